import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { buildSite, copiesFolder, copyProject } from '../build/build-site.ts'
import { filesBelow } from '../build/built-facts.ts'

/** The addresses under which the tests build the site, whatever the environment and `content/site.yaml` say. */
export const testedBases = { root: '/', path: '/reading-list/' } as const
export type TestedBase = keyof typeof testedBases

const hour = 3_600_000

// A test runner leaves these to the programs that it starts, and Vite would take them for its own.
const ofTestRunner = {
  BASE_URL: undefined,
  DEV: undefined,
  MODE: undefined,
  PROD: undefined,
  SSR: undefined,
}

/** The environment of a build under test. */
export function testedEnvironment(base: TestedBase): Record<string, string | undefined> {
  return { ...ofTestRunner, SITE_URL: 'https://list.example', SITE_BASE: testedBases[base] }
}

/**
 * The folder of the site built from the project as it stands, under one of the tested bases. It is built in a copy, once:
 * as long as nothing that a build reads changes, the same folder is given again. Throws with what Astro said when it fails.
 */
export async function testedSite(base: TestedBase): Promise<string> {
  const copy = copyProject(`building-${base}-${process.pid}`)
  const hash = hashOf(copy)
  const name = `site-${base}-${hash}`
  const kept = join(copiesFolder, name)
  if (!existsSync(kept)) {
    await buildSite(copy, { env: testedEnvironment(base) })
    if (!existsSync(kept)) renameSync(join(copy, 'dist'), kept)
  }
  rmSync(copy, { recursive: true, force: true })
  removeOldCopies(name)
  return kept
}

function hashOf(folder: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of filesBelow(folder)) {
    hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

function removeOldCopies(kept: string): void {
  for (const name of readdirSync(copiesFolder)) {
    const path = join(copiesFolder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (name !== kept && age > hour) rmSync(path, { recursive: true, force: true })
  }
}
