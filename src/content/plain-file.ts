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
const largestSize = 64 * 2 ** 20

/** Thrown for anything but a plain file of at most 64 MB. Its message reads like that of a finding. */
export class NotPlainFile extends Error {
  override name = 'NotPlainFile'
}

/** Why a file cannot be read, as the message of a finding; undefined if it can. */
function refusalOf(stats: Stats): string | undefined {
  if (stats.isSymbolicLink()) {
    return 'Unexpected symbolic link, expected a plain file. Put the file itself here.'
  }
  if (stats.isDirectory()) {
    return 'Unexpected folder, expected a plain file. Move its files into the folder above, or take it out.'
  }
  if (!stats.isFile())
    return 'Unexpected pipe, socket or device, expected a plain file. Take it out.'
  return stats.size > largestSize
    ? `Unexpected file of ${Math.ceil(stats.size / 2 ** 20)} MB, expected at most ${largestSize / 2 ** 20} MB. Split it.`
    : undefined
}

/** The stats of a path, without following a link; undefined if there is nothing. */
export function statsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    // A folder in the path is a file, or the name is impossible.
    return undefined
  }
}

/** Reads a plain file as UTF-8 text. Throws like `readPlainBytes`. */
export function readPlainFile(path: string): string {
  return readPlainBytes(path).toString('utf8')
}

/** Reads a plain file of at most 64 MB. Never follows a link or blocks on a device. Throws `NotPlainFile` or `ENOENT`. */
export function readPlainBytes(path: string): Buffer {
  const refusal = refusalOf(lstatSync(path))
  if (refusal) throw new NotPlainFile(refusal)
  // Windows lacks the last two flags.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** The path in an array if it is a plain file; otherwise empty. Anything else there is added to the findings. */
export function plainFile(path: string, findings: Finding[]): string[] {
  const stats = statsAt(path)
  const message = stats && refusalOf(stats)
  if (message) findings.push({ path: shownPath(path), ...fileStart, rule: 'file-name', message })
  return stats && !message ? [shownPath(path)] : []
}

/** The paths of the plain files in a folder, sorted. Anything else there is added to the findings; hidden names are skipped. */
export function plainFiles(folder: string, findings: Finding[]): string[] {
  const stats = statsAt(folder)
  if (!stats) return []
  if (!stats.isDirectory()) {
    const message = 'Unexpected file or link, expected a folder. Put the folder itself here.'
    findings.push({ path: shownPath(folder), ...fileStart, rule: 'file-name', message })
    return []
  }
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => plainFile(join(folder, name), findings))
}

/** A path as findings show it: relative if it is below the current folder, with forward slashes. */
export function shownPath(path: string): string {
  const below = relative('.', path)
  const shown = below.startsWith(`..${sep}`) || below === '..' ? resolve(path) : below
  return shown.replaceAll('\\', '/')
}
