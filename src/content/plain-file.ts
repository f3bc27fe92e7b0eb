import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  type Stats,
} from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import type { Finding } from '../model/finding.ts'
import { fileStart } from '../text/place.ts'

/** The largest file that is read, in bytes. */
export const largestRead = 64 * 2 ** 20

/** Thrown for what is no plain file, or is too large to read. Its message follows the one grammar of findings. */
export class NotPlainFile extends Error {
  override name = 'NotPlainFile'
}

/** What lies at a path where a plain file belongs, as a message says it; undefined for a plain file that can be read. */
function faultOf(stats: Stats): string | undefined {
  const take = 'expected a plain file. Take it out.'
  if (stats.isSymbolicLink()) {
    return 'Unexpected symbolic link, expected a plain file. Write the file itself here.'
  }
  if (stats.isDirectory()) {
    return 'Unexpected folder, expected a plain file. Move its files into the folder above, or take it out.'
  }
  if (!stats.isFile()) return `Unexpected pipe, socket or device, ${take}`
  return stats.size > largestRead
    ? `Unexpected file of ${Math.ceil(stats.size / 2 ** 20)} MB, expected at most ${largestRead / 2 ** 20} MB. Write it in parts.`
    : undefined
}

/** What lies at a path, a link itself and not what it leads to; undefined where nothing can lie. */
export function statsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    // A file in the place of a folder, or a name that no disk has.
    return undefined
  }
}

/** Reads the text of a plain file, as `readPlainBytes` does. */
export function readPlainFile(path: string): string {
  return readPlainBytes(path).toString('utf8')
}

/** Reads a plain file of at most 64 MB, and never follows a link or waits for a device. Throws `NotPlainFile`, or `ENOENT`. */
export function readPlainBytes(path: string): Buffer {
  const fault = faultOf(lstatSync(path))
  if (fault) throw new NotPlainFile(fault)
  // Windows has no such flags.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** A path in a list if a plain file is there. Something else there is added to `odd`. */
export function plainFile(path: string, odd: Finding[]): string[] {
  const stats = statsAt(path)
  const message = stats && faultOf(stats)
  if (message) odd.push({ path: shownPath(path), ...fileStart, rule: 'file-name', message })
  return stats && !message ? [shownPath(path)] : []
}

/** The plain files of a folder in the order of their names; everything else in it is added to `odd`. Hidden names are left out. */
export function plainFiles(folder: string, odd: Finding[]): string[] {
  const stats = statsAt(folder)
  if (!stats) return []
  if (!stats.isDirectory()) {
    const message = 'Unexpected file or link, expected a folder. Write the folder itself here.'
    odd.push({ path: shownPath(folder), ...fileStart, rule: 'file-name', message })
    return []
  }
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => plainFile(join(folder, name), odd))
}

/** A path as findings name it: below the present folder where it lies there, with forward slashes. */
export function shownPath(path: string): string {
  const below = relative('.', path)
  const shown = below.startsWith(`..${sep}`) || below === '..' ? resolve(path) : below
  return shown.replaceAll('\\', '/')
}
