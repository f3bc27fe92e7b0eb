import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openBrowser } from '../browser/open-browser.ts'
import { pageKinds } from '../build/built-site.ts'
import { serveSite } from '../preview/serve.ts'

/** The weight of a page of one kind, or of the first search: what a browser fetches for it. */
export interface Weight {
  kind: string
  requests: number
  /** Bytes after compression by gzip and by brotli. */
  gzip: number
  brotli: number
  /** Milliseconds until the page or the search was ready, on this machine. */
  milliseconds: number
}

const firstQuery = 'preference optimization'

/** Opens one page of each kind in a browser with an empty cache, searches once, and measures what is fetched. */
export async function weighSite(folder: string, base = '/'): Promise<Weight[]> {
  const browser = await openBrowser()
  const served = await serveSite(folder, base, 0)
  const weights: Weight[] = []
  try {
    for (const [kind, path] of Object.entries(pageKinds(folder))) {
      const page = await browser.newPage()
      const weigh = async (kind: string, act: () => Promise<unknown>) => {
        const { files, milliseconds } = await fetchedFiles(page, served.url, act)
        weights.push({ kind, ...sizesOf(folder, files), milliseconds })
      }
      await weigh(kind, () => page.goto(served.url + path))
      if (kind === 'search') {
        await weigh('first search', async () => {
          await page.locator('main input[type=search]').fill(firstQuery)
          await page.locator('[data-result]').first().waitFor()
        })
      }
      await page.close()
    }
  } finally {
    await browser.close()
    await served.close()
  }
  return weights
}

/** Runs `act`, and returns its time and the files below `siteUrl` that the page fetched until the network was idle. */
async function fetchedFiles(page: Page, siteUrl: string, act: () => Promise<unknown>) {
  // A repeated request is served from the browser's cache.
  const files = new Set<string>()
  const note = (request: { url(): string }) => {
    const path = request.url().replace(/[?#].*$/, '')
    if (path.startsWith(siteUrl))
      files.add(path.slice(siteUrl.length).replace(/(^|\/)$/, '$1index.html'))
  }
  page.on('request', note)
  const started = performance.now()
  await act()
  const milliseconds = Math.round(performance.now() - started)
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  return { files: [...files], milliseconds }
}

/** The sizes of files of a built site. */
function sizesOf(folder: string, files: readonly string[]) {
  const contents = files.map((file) => readFileSync(join(folder, file)))
  const sizeBy = (compress: (content: Buffer) => Buffer) =>
    contents.reduce((sum, content) => sum + compress(content).length, 0)
  return { requests: files.length, gzip: sizeBy(gzipSync), brotli: sizeBy(brotliCompressSync) }
}
