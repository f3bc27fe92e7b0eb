export {
  entryPaths,
  loadEntryFile,
  loadTopics,
  loadVocabulary,
  papersFolder,
} from './content/read.ts'
