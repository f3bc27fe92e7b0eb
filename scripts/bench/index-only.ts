import { loadCorpus } from '../../src/search/corpus.ts'
import { buildIndex } from '../../src/search/index-files.ts'
import { printMade } from './made.ts'

// Run by itself, so that the index can be measured apart from the build that it belongs to.
await printMade(async () => {
  const files = await buildIndex(loadCorpus())
  let bytes = 0
  for (const content of files.values()) bytes += content.length
  return { files: files.size, bytes }
})
