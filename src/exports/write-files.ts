import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
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
    const opened = openSync(file, 'w')
    for (const piece of write()) bytes += writeAll(opened, piece)
    closeSync(opened)
  }
  return bytes
}

/** A system may take less at once than it is given. */
function writeAll(file: number, text: string): number {
  const content = Buffer.from(text)
  for (let at = 0; at < content.length; ) at += writeSync(file, content, at)
  return content.length
}
