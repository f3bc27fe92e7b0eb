import type { TestProject } from 'vitest/node'
import { getBrowser } from '../browser/get-browser.ts'
import { type Served, serveSite } from '../preview/serve.ts'
import { testedBases, testedSite } from './tested-site.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    siteFolder: string
    /** The built site's home page, served on this machine: `http://localhost:…/`. */
    siteUrl: string
    /** The same site built for a base path. */
    basedSiteFolder: string
    basedSiteUrl: string
    /** The browser's program; empty where no test needs one. */
    browser: string
  }
}

/** Builds and serves the site for the tests of a project, and finds a browser for those that drive one. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const served: Served[] = []
  const folders = { root: await testedSite('root'), path: await testedSite('path') }
  for (const base of ['root', 'path'] as const) {
    served.push(await serveSite(folders[base], testedBases[base], 0))
  }
  project.provide('siteFolder', folders.root)
  project.provide('siteUrl', served[0]?.url ?? '')
  project.provide('basedSiteFolder', folders.path)
  project.provide('basedSiteUrl', served[1]?.url ?? '')
  project.provide('browser', project.name === 'browser' ? await getBrowser() : '')
  return async () => {
    for (const site of served) await site.close()
  }
}
