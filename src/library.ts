// The old name of src/content/read.ts, for those who import it still.
export {
  entryPaths,
  loadEntryFile,
  loadTopics,
  loadVocabulary,
  papersFolder,
} from './content/read.ts'
