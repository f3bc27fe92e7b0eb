import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const draftEnding = '.part'

/** Rewrites a file, so that it is whole at every moment: its old text until the new one is complete. */
export function replaceFile(path: string, text: string): void {
  renameSync(writeDraft(path, text), path)
}

/**
 * Writes a file that does not exist yet, and the folders above it: it appears whole or not at all. Throws `EEXIST` when a
 * file of that name exists, and leaves that one as it is.
 */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = writeDraft(path, text)
  try {
    // Unlike a rename, a link never replaces a file that exists.
    linkSync(draft, path)
  } catch (error) {
    if (lstatSync(path, { throwIfNoEntry: false })) throw error
    // Some disks have no links.
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Removes the drafts that a killed run left in a folder. */
export function removeDrafts(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (name.endsWith(draftEnding)) rmSync(join(folder, name))
  }
}

function writeDraft(path: string, text: string): string {
  const draft = path + draftEnding
  // A link that somebody laid in its place, in a pull request for instance, is removed and never written through.
  rmSync(draft, { force: true })
  writeFileSync(draft, text, { flag: 'wx', flush: true })
  return draft
}
