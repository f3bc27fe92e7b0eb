import { mkdtempSync, rmSync } from 'node:fs'
import { loadEntries } from '../../src/content/read.ts'
import { exportFiles } from '../../src/exports/files.ts'
import { exportedList, writeFiles } from '../../src/exports/integration.ts'
import { absolute, site } from '../../src/site.ts'
import { printMade } from './made.ts'

// Run by itself, so that the files beside the pages can be measured apart from the build that writes them.
const list = exportedList(loadEntries())
const folder = mkdtempSync('.exports-')
try {
  await printMade(() => {
    const files = exportFiles(list, { site, absolute })
    return { files: files.length, bytes: writeFiles(files, folder) }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
