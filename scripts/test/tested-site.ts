import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openBrowser } from '../browser/open-browser.ts'
import { buildSite, copiesFolder, copyProject, sourceFiles } from '../build/build-site.ts'
import { filesBelow } from '../build/built-site.ts'
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

/** The base paths of the tested sites, independent of the environment and of `content/site.yaml`. */
export const testedBases = { root: '/', path: '/reading-list/' } as const
export type TestedBase = keyof typeof testedBases

/** What is changed in the list of the site below a base path. */
export const listChanges = {
  renamed: 'alignment-for-honesty',
  formerIds: ['honesty-first', 'honesty-second'],
  withdrawn: 'what-is-it',
  reason: 'The authors took the paper back.',
  newsletter: 'https://mail.example/subscribe?list=1',
} as const

/** The environment of a tested build. The variables of the test runner are removed, because Vite would use them. */
export function testedEnvironment(base: TestedBase): Record<string, string | undefined> {
  const runner = ['BASE_URL', 'DEV', 'MODE', 'PROD', 'SSR'].map((name) => [name, undefined])
  return {
    ...Object.fromEntries(runner),
    SITE_URL: 'https://list.example',
    SITE_BASE: testedBases[base],
  }
}

/** Builds and serves both sites for a test project, and installs a browser if the project needs one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = await testedSite('root')
  const path = await testedSite('path')
  const rootServer = await serveSite(root, testedBases.root, 0)
  const pathServer = await serveSite(path, testedBases.path, 0)
  project.provide('siteFolder', root)
  project.provide('siteUrl', rootServer.url)
  project.provide('basedSiteFolder', path)
  project.provide('basedSiteUrl', pathServer.url)
  // Installs a browser if needed, before two workers do it at once.
  if (project.name === 'browser') await (await openBrowser()).close()
  return async () => {
    await rootServer.close()
    await pathServer.close()
  }
}

/**
 * The folder of a tested site. It is built in a copy, and again only if a file that a build reads has changed. Throws Astro's
 * errors if the build fails.
 */
async function testedSite(base: TestedBase): Promise<string> {
  const name = `site-${base}`
  const stamp = join(copiesFolder, name, 'stamp')
  const testFiles = filesBelow('scripts/test').map((file) => `scripts/test/${file}`)
  const hash = hashOf([...sourceFiles(), ...testFiles])
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    const copy = copyProject(name)
    if (base === 'path') applyChanges(join(copy, 'content'))
    await buildSite(copy, { env: testedEnvironment(base) })
    writeFileSync(stamp, hash)
  }
  return join(copiesFolder, name, 'dist')
}

function applyChanges(content: string): void {
  addEdgeCases(content)
  const addFacts = (id: string, facts: string) => {
    const path = join(content, 'papers', `${id}.mdx`)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^(added: .*\n)/m, `$1${facts}`))
  }
  const { renamed, formerIds, withdrawn, reason, newsletter } = listChanges
  addFacts(renamed, `formerIds: [${formerIds.join(', ')}]\n`)
  addFacts(withdrawn, `withdrawn:\n  date: 2026-02-01\n  reason: ${reason}\n`)
  appendFileSync(
    join(content, 'site.yaml'),
    `newsletter: {action: "${newsletter}", field: address}\n`,
  )
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256').update(process.version)
  for (const path of files) hash.update(`\0${path}\0`).update(readFileSync(path))
  return hash.digest('hex')
}
