import { fromHtml } from 'hast-util-from-html'
import { selectAll } from 'hast-util-select'
import { getBrowser } from '../browser/get-browser.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { pageKinds } from '../build/page-kinds.ts'
import { serveSite } from '../preview/serve.ts'
import { fetchedFiles, type Weight, weigh } from './weight.ts'

/** What a page of one kind, or the first search, makes a browser fetch. */
export interface KindWeight extends Weight {
  kind: string
  path: string
  /** Scripts and nothing else that hold up the page's first drawing. */
  blockingScripts: number
}

const firstQuery = 'preference optimization'

/** Opens one page of each kind in a browser, with nothing cached, and weighs what it fetches; then the first search. */
export async function weighSite(folder: string, base = '/'): Promise<KindWeight[]> {
  const browser = await openBrowser(await getBrowser())
  const served = await serveSite(folder, base, 0)
  const weights: KindWeight[] = []
  try {
    for (const [kind, path] of Object.entries(pageKinds(folder))) {
      const context = await browser.newContext()
      const page = await context.newPage()
      const files = await fetchedFiles(page, served.url, () => page.goto(served.url + path))
      const tree = fromHtml(await (await context.request.get(served.url + path)).text())
      const blocking = selectAll('script[src]:not([async], [defer], [type=module])', tree)
      weights.push({ kind, path, ...weigh(folder, files), blockingScripts: blocking.length })
      if (kind === 'search') {
        const search = await fetchedFiles(page, served.url, async () => {
          await page.locator('main input[type=search]').fill(firstQuery)
          await page.locator('[data-result]').first().waitFor()
        })
        weights.push({ kind: 'first search', path, ...weigh(folder, search), blockingScripts: 0 })
      }
      await context.close()
    }
  } finally {
    await browser.close()
    await served.close()
  }
  return weights
}
