import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Called before each step that changes the disk; a test may end the process there. */
export type BeforeStep = (step: string) => void

const journalName = 'journal.json'
const stagedName = 'staged'

/** What the journal says while files are moved into a folder that has others: their names, and what is in them. */
type Journal = Record<string, string>

/**
 * The folder in which everything is made ready: beside the target, or in it where what is beside it is another disk or
 * not ours to write. Readers ignore it, for its name begins with a dot.
 */
export function workFolderOf(target: string): string {
  const real = existsSync(target) ? realpathSync(target) : resolve(target)
  const parent = dirname(real)
  const beside =
    !existsSync(real) || (statSync(real).dev === statSync(parent).dev && isOurs(parent))
  return beside ? join(parent, `.${basename(real)}.convert`) : join(real, '.convert')
}

function isOurs(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether a run that was ended half-way has left something to undo. */
export function hasLeftovers(target: string): boolean {
  return existsSync(workFolderOf(target))
}

/** Undoes what a run that was ended half-way has left. To be called under the lock. */
export function undoLeftovers(target: string): void {
  const work = workFolderOf(target)
  const journal = join(work, journalName)
  if (existsSync(journal)) {
    const moved: Journal = JSON.parse(readFileSync(journal, 'utf8'))
    for (const [name, hash] of Object.entries(moved)) {
      const path = join(target, name)
      // A file that someone has changed since then is theirs.
      if (existsSync(path) && hashOf(readFileSync(path)) === hash) rmSync(path)
    }
    syncFolder(target)
    rmSync(journal)
  }
  rmSync(join(work, stagedName), { recursive: true, force: true })
  rmSync(join(work, `${journalName}.new`), { force: true })
}

/**
 * Writes new files into a folder, all or none, whatever ends the process: they are made ready and flushed to disk
 * elsewhere first. A folder that is absent or empty then appears in one step. In one that has files already, the new
 * ones are linked in by a journal, from which the next run undoes what is half done. No file is ever overwritten.
 * To be called under the lock.
 */
export async function writeAll(
  target: string,
  files: ReadonlyMap<string, string>,
  before: BeforeStep = () => {},
): Promise<void> {
  const work = workFolderOf(target)
  const staged = join(work, stagedName)
  try {
    rmSync(staged, { recursive: true, force: true })
    mkdirSync(staged)
    await stage(staged, files, before)
    if (!isEmptyOrAbsent(target) || !replaceFolder(staged, target, before)) {
      linkByJournal(work, target, files, before)
    }
  } catch (error) {
    undoLeftovers(target)
    throw error
  }
  before('clean up')
  rmSync(staged, { recursive: true, force: true })
}

async function stage(
  folder: string,
  files: ReadonlyMap<string, string>,
  before: BeforeStep,
): Promise<void> {
  const rest = [...files]
  const writeRest = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) {
      const [name, text] = next
      before(`stage ${name}`)
      const file = await open(join(folder, name), 'wx')
      try {
        await file.writeFile(text)
        await file.sync()
      } finally {
        await file.close()
      }
    }
  }
  await Promise.all(Array.from({ length: 16 }, writeRest))
  syncFolder(folder)
}

function isEmptyOrAbsent(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}

/** Puts the whole folder in place in one step; false where the empty folder in its place must stay. */
function replaceFolder(staged: string, target: string, before: BeforeStep): boolean {
  const real = existsSync(target) ? realpathSync(target) : resolve(target)
  before('replace folder')
  // A shell that stands in the folder would be left standing nowhere.
  if (real === process.cwd()) return false
  if (existsSync(real)) {
    try {
      rmdirSync(real)
    } catch {
      return false
    }
  }
  renameSync(staged, real)
  syncFolder(dirname(real))
  return true
}

function linkByJournal(
  work: string,
  target: string,
  files: ReadonlyMap<string, string>,
  before: BeforeStep,
): void {
  const journal = join(work, journalName)
  const names = [...files.keys()]
  const hashes: Journal = Object.fromEntries([...files].map(([name, text]) => [name, hashOf(text)]))
  before('write journal')
  writeFileSync(`${journal}.new`, JSON.stringify(hashes), { flush: true })
  renameSync(`${journal}.new`, journal)
  syncFolder(work)
  for (const name of names) {
    before(`link ${name}`)
    moveWithoutOverwriting(join(work, stagedName, name), join(target, name))
  }
  syncFolder(target)
  before('end journal')
  rmSync(journal)
  syncFolder(work)
}

function moveWithoutOverwriting(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw error
    // Some disks know no links; under the lock nobody else makes this file.
    if (existsSync(to)) throw error
    renameSync(from, to)
  }
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Makes names in a folder outlast a loss of power, where the system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows has no handles of folders.
  }
}
