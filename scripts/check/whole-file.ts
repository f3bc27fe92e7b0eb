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

const draftEnding = '.part'

/** Replaces a file atomically: it has its old text until the new one is complete. */
export function replaceFile(path: string, text: string): void {
  renameSync(writeDraft(path, text), path)
}

/**
 * Writes a new file atomically, with the folders above it. Throws `EEXIST` if a
 * file of that name exists, and doesn't change that one.
 */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = writeDraft(path, text)
  try {
    // Unlike a rename, a hard link never replaces an existing file.
    linkSync(draft, path)
  } finally {
    rmSync(draft)
  }
}

/** Removes the `.part` files that a killed run left in a folder. */
export function removeDrafts(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith(draftEnding)) rmSync(join(folder, name))
  }
}

function writeDraft(path: string, text: string): string {
  const draft = path + draftEnding
  // A symbolic link at this path, from a pull request for instance, is removed and never followed.
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { flag: 'wx', flush: true })
  return draft
}
