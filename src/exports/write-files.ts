import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ExportFile } from './files.ts'

/** Writes files below a folder, with the folders that they need. Gives how many bytes they have. */
export function writeFiles(files: readonly ExportFile[], root: string): number {
  const folders = new Set<string>()
  let bytes = 0
  for (const { path, write } of files) {
    const file = join(root, path)
    const folder = dirname(file)
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
    folders.add(folder)
    const text = write()
    bytes += Buffer.byteLength(text)
    writeFileSync(file, text)
  }
  return bytes
}
