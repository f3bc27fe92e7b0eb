import { mkdtempSync, rmSync } from 'node:fs'
import { exportFiles } from '../../src/exports/files.ts'
import { writeFiles } from '../../src/exports/write-files.ts'
import { absolute, site } from '../../src/site.ts'
import { loadExportedList } from './exported-list.ts'
import { printMade } from './made.ts'

// Run by itself, so that the files beside the pages can be measured apart from the build that writes them.
const list = loadExportedList()
const folder = mkdtempSync('.exports-')
try {
  await printMade(() => {
    const files = exportFiles(list, { site, absolute })
    return { files: files.length, bytes: writeFiles(files, folder) }
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
