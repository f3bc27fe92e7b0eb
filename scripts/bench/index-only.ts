import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCorpus } from '../../src/search/corpus.ts'
import { writeIndex } from '../../src/search/index-files.ts'

// A program of its own, so that the index can be measured apart from the build that it belongs to.
const folder = mkdtempSync(join(tmpdir(), 'index-'))
await writeIndex(loadCorpus(), folder)
rmSync(folder, { recursive: true })
