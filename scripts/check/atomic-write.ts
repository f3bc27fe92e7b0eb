import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const partialSuffix = '.part'

/** Writes a file atomically, replacing an existing one. */
export function replaceFile(path: string, text: string): void {
  renameSync(writePartialFile(path, text), path)
}

/**
 * Writes a new file atomically, and creates the folders above it. Throws `EEXIST` if the file exists, and leaves that file
 * unchanged.
 */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const partial = writePartialFile(path, text)
  try {
    // Unlike a rename, a hard link never replaces an existing file.
    linkSync(partial, path)
  } finally {
    rmSync(partial)
  }
}

/** Removes the incomplete `.part` files that a killed run left in a folder. */
export function removePartialFiles(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith(partialSuffix)) rmSync(join(folder, name))
  }
}

function writePartialFile(path: string, text: string): string {
  const partial = path + partialSuffix
  // A symbolic link at this path, which may come from a pull request, is removed and never followed.
  rmSync(partial, { force: true })
  writeFileSync(partial, text, { flag: 'wx', flush: true })
  return partial
}
