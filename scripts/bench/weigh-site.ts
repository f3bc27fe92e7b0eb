import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'
import type { Page } from 'playwright-core'
import { openBrowser } from '../browser/open-browser.ts'
import { pageKinds } from '../build/built-facts.ts'
import { serveSite } from '../preview/serve.ts'

/** What a browser fetches for a page of one kind, or for the first search. */
export interface Weight {
  kind: string
  requests: number
  /** Bytes as built, compressed by gzip, and by brotli. */
  raw: number
  gzip: number
  brotli: number
  /** Render-blocking scripts. */
  blockingScripts: number
  /** Milliseconds until the page or the search was ready, on this machine. */
  milliseconds: number
}

const firstQuery = 'preference optimization'

/** Opens one page of each kind in a browser without a cache and weighs what it fetches; then the first search. */
export async function weighSite(folder: string, base = '/'): Promise<Weight[]> {
  const browser = await openBrowser()
  const served = await serveSite(folder, base, 0)
  const weights: Weight[] = []
  try {
    for (const [kind, path] of Object.entries(pageKinds(folder))) {
      const page = await (await browser.newContext()).newPage()
      const weighed = async (name: string, act: () => Promise<unknown>) => {
        const { files, milliseconds } = await fetchedFiles(page, served.url, act)
        const tree = fromHtml(readFileSync(join(folder, path.replace(/(^|\/)$/, '$1index.html'))))
        const blocking = selectAll('script[src]:not([async], [defer], [type=module])', tree)
        const sizes = sizesOf(folder, files)
        weights.push({ kind: name, ...sizes, blockingScripts: blocking.length, milliseconds })
      }
      await weighed(kind, () => page.goto(served.url + path))
      if (kind === 'search') {
        await weighed('first search', async () => {
          await page.locator('main input[type=search]').fill(firstQuery)
          await page.locator('[data-result]').first().waitFor()
        })
      }
      await page.context().close()
    }
  } finally {
    await browser.close()
    await served.close()
  }
  return weights
}

/** The files below `siteUrl` that a page fetches during `act` and until the network is idle, and the time `act` took. */
async function fetchedFiles(page: Page, siteUrl: string, act: () => Promise<unknown>) {
  // A repeated request is served from the browser's cache.
  const files = new Set<string>()
  const note = (request: { url(): string }) => {
    const path = request.url().split(/[?#]/)[0] ?? ''
    if (path.startsWith(siteUrl))
      files.add(path.slice(siteUrl.length).replace(/(^|\/)$/, '$1index.html'))
  }
  page.on('request', note)
  const started = performance.now()
  await act()
  const milliseconds = performance.now() - started
  await page.waitForLoadState('networkidle')
  page.off('request', note)
  return { files: [...files], milliseconds }
}

const packed = /\.(?:woff2|png|webp|avif|jpg|pack|pagefind|pf_\w+)$/

/** The sizes of files of a built site. Formats that are compressed already are not compressed again. */
function sizesOf(folder: string, files: readonly string[]) {
  const sizes = { requests: files.length, raw: 0, gzip: 0, brotli: 0 }
  for (const file of files) {
    const content = readFileSync(join(folder, file))
    sizes.raw += content.length
    sizes.gzip += packed.test(file) ? content.length : gzipSync(content).length
    sizes.brotli += packed.test(file) ? content.length : brotliCompressSync(content).length
  }
  return sizes
}
