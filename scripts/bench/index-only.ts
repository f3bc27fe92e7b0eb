import { loadCorpus } from '../../src/search/corpus.ts'
import { buildIndex } from '../../src/search/index-files.ts'

// A program of its own, so that the index can be measured apart from the build that it belongs to.
await buildIndex(loadCorpus())
