import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadCorpus } from '../../src/search/corpus.ts'
import { writeIndex } from '../../src/search/index-files.ts'
import { printMade } from './made.ts'

// Run by itself, so that the index can be measured apart from the build that it belongs to.
const folder = mkdtempSync(join(tmpdir(), 'index-'))
await printMade(async () => {
  await writeIndex(loadCorpus(), folder)
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
})
rmSync(folder, { recursive: true })
