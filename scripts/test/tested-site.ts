import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite, copiesFolder, copyProject } from '../build/build-site.ts'
import { filesBelow } from '../build/built-facts.ts'
import { serveSite } from '../preview/serve.ts'
import { addEdgeCases } from './fixtures/edge-cases.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    siteFolder: string
    /** The built site's home page, served on this machine: `http://localhost:…/`. */
    siteUrl: string
    /** The folder of the site below a base path, with entries of difficult titles, a renamed one, a withdrawn one and a newsletter. */
    basedSiteFolder: string
    basedSiteUrl: string
  }
}

/** The addresses of the tested sites, independent of the environment and `content/site.yaml`. */
export const testedBases = { root: '/', path: '/reading-list/' } as const
export type TestedBase = keyof typeof testedBases

/** The changes to the list of the site below a base path. */
export const changes = {
  renamed: 'alignment-for-honesty',
  formerIds: ['honesty-first', 'honesty-second'],
  newsletter: 'https://mail.example/subscribe?list=1',
} as const

// The test runner sets these variables, and Vite would use them in the build.
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

/** Builds and serves both sites for a test project, and installs a browser if the project needs one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await testedSite('root')
  const path = await testedSite('path')
  const served = [
    await serveSite(root, testedBases.root, 0),
    await serveSite(path, testedBases.path, 0),
  ]
  project.provide('siteFolder', root)
  project.provide('siteUrl', served[0]?.url ?? '')
  project.provide('basedSiteFolder', path)
  project.provide('basedSiteUrl', served[1]?.url ?? '')
  // Installs a browser if needed, before two workers do it at once.
  if (project.name === 'browser') await (await openBrowser()).close()
  return async () => {
    for (const site of served) await site.close()
  }
}

/**
 * The folder of a tested site. It is built in a copy, and built again only if something that a build reads has
 * changed. Throws with Astro's errors if the build fails.
 */
async function testedSite(base: TestedBase): Promise<string> {
  const copy = copyProject(`building-${base}-${process.pid}`)
  if (base === 'path') change(copy)
  const name = `site-${base}-${hashOf(copy)}`
  const kept = join(copiesFolder, name)
  if (!existsSync(kept)) {
    await buildSite(copy, { env: testedEnvironment(base) })
    if (!existsSync(kept)) renameSync(join(copy, 'dist'), kept)
  }
  rmSync(copy, { recursive: true, force: true })
  removeOldCopies(name)
  return kept
}

function change(copy: string): void {
  addEdgeCases(join(copy, 'content'))
  const addFacts = (id: string, facts: string) => {
    const path = join(copy, 'content', 'papers', `${id}.mdx`)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^(added: .*\n)/m, `$1${facts}`))
  }
  addFacts(changes.renamed, `formerIds: [${changes.formerIds.join(', ')}]\n`)
  addFacts(
    unmentionedEntry(),
    'withdrawn:\n  date: 2026-02-01\n  reason: The authors took the paper back.\n',
  )
  appendFileSync(
    join(copy, 'content', 'site.yaml'),
    `newsletter: {action: "${changes.newsletter}", field: address}\n`,
  )
}

/** The first entry that no prose mentions, because a mention of a withdrawn entry would fail the build. */
export function unmentionedEntry(): string {
  const files = filesBelow('content')
  const prose = files
    .filter((file) => file.endsWith('.mdx') && !file.startsWith('papers/'))
    .map((file) => readFileSync(join('content', file), 'utf8'))
    .join('\n')
  const ids = files.flatMap((file) => /^papers\/(.*)\.mdx$/.exec(file)?.[1] ?? [])
  return ids.find((id) => !prose.includes(id)) ?? ''
}

function hashOf(folder: string): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of filesBelow(folder)) {
    hash.update(`\0${path}\0`).update(readFileSync(join(folder, path)))
  }
  return hash.digest('hex').slice(0, 16)
}

const hour = 3_600_000

function removeOldCopies(kept: string): void {
  for (const name of readdirSync(copiesFolder)) {
    const path = join(copiesFolder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (name !== kept && age > hour) rmSync(path, { recursive: true, force: true })
  }
}
