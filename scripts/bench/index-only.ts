import { loadCorpus } from '../../src/search/corpus.ts'
import { buildIndex } from '../../src/search/index-files.ts'

// Run by itself, so that the index can be measured apart from the build that it belongs to.
const { entries, surroundings } = loadCorpus()
const index = buildIndex(entries, surroundings)
const bytes = index.files.reduce((sum, { content }) => sum + content.length, 0)
console.log(JSON.stringify({ entries: index.entries, files: index.files.length, bytes }))
