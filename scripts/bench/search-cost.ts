import type { Browser, Page } from 'playwright-core'
import { getBrowser } from '../browser/get-browser.ts'
import { openBrowser } from '../browser/open-browser.ts'
import { unanswerable } from '../eval-search/evaluate.ts'
import { loadJudged } from '../eval-search/judged.ts'
import { serveSite } from '../preview/serve.ts'
import { fetchedFiles, weigh } from './weight.ts'

/** What searching costs a reader. */
export interface SearchCost {
  /** What the first query makes a browser fetch beyond the page, scripts included, compressed by gzip. */
  first: { query: string; bytes: number; requests: number }[]
  /** Milliseconds from the last key to the results on a desktop, everything loaded: the middle one, and the one that 95 % stay below. */
  warm: { median: number; slow: number }
  /** Milliseconds on a slow phone from the first key to the first title: with nothing loaded, and for the query after it. */
  phone: { cold: number; warm: number }
  /** Milliseconds that the slowest of the hostile queries takes. */
  hostile: number
}

const firstQueries = ['hallucination', 'direct preference optimization']
/** Every so many of the judged queries is timed. */
const step = 3
const hostileQueries = [
  'x'.repeat(10_000),
  'preference '.repeat(1000),
  'aligment optimzation hallucinaton '.repeat(300),
  '(a+)+$'.repeat(500),
  '"'.repeat(1000),
  '\u202eتعلم التعزيز'.repeat(200),
  '<img src=x onerror=alert(1)>'.repeat(100),
  'author:a topic:b -c "d '.repeat(300),
]
/** A phone of four years ago on a slow 4G connection, as Lighthouse assumes it. */
const slowPhone = { cpu: 4, latency: 150, bytesPerSecond: 1_638_400 / 8 }
const isOfSearch = (file: string) => !/\.(?:html|css|woff2|svg|ico|png|webmanifest)$/.test(file)

/** Types a query into the search page at once, and waits for its results, ten seconds at most. Gives milliseconds. */
function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const root = document.querySelector('[data-search]')
    const field = root?.querySelector<HTMLInputElement>('input[type=search]')
    if (!root || !field) throw new Error('Unexpected page, expected a search.')
    const answered = new Promise<void>((resolve) => {
      setTimeout(resolve, 10_000)
      let asked = false
      new MutationObserver((_, observer) => {
        const busy = root.hasAttribute('aria-busy')
        if (asked && !busy) {
          observer.disconnect()
          resolve()
        }
        asked ||= busy
      }).observe(root, { attributes: true, attributeFilter: ['aria-busy'] })
    })
    field.value = text
    const start = performance.now()
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await answered
    return performance.now() - start
  }, query)
}

/** Opens the search page in a context of its own, with nothing cached. */
async function openedPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address, { waitUntil: 'networkidle' })
  return page
}

async function onSlowPhone(browser: Browser, address: string): Promise<SearchCost['phone']> {
  const page = await openedPage(browser, address)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowPhone.cpu })
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slowPhone.latency,
    downloadThroughput: slowPhone.bytesPerSecond,
    uploadThroughput: slowPhone.bytesPerSecond,
  })
  // A reader's finger reaches the field before the first key.
  await page.locator('main input[type=search]').focus()
  const cold = await ask(page, 'reward hacking')
  const warm = await ask(page, 'honesty')
  await page.context().close()
  return { cold, warm }
}

/** Measures the search of a built site in a browser. */
export async function measureSearch(dist: string, base: string): Promise<SearchCost> {
  const browser = await openBrowser(await getBrowser())
  const served = await serveSite(dist, base, 0)
  const address = `${served.url}search/`
  try {
    const first = []
    for (const query of firstQueries) {
      const page = await openedPage(browser, address)
      const files = await fetchedFiles(page, served.url, () => ask(page, query))
      const { requests, gzip } = weigh(dist, files.filter(isOfSearch))
      first.push({ query, bytes: gzip, requests })
      await page.context().close()
    }
    const page = await openedPage(browser, address)
    const queries = loadJudged()
      .filter(({ kind }) => kind !== unanswerable)
      .filter((_, at) => at % step === 0)
    for (const { q } of queries) await ask(page, q)
    const times: number[] = []
    for (const { q } of queries) times.push(await ask(page, q))
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0
    let hostile = 0
    for (const query of hostileQueries) hostile = Math.max(hostile, await ask(page, query))
    const phone = await onSlowPhone(browser, address)
    return { first, warm: { median: at(0.5), slow: at(0.95) }, phone, hostile }
  } finally {
    await browser.close()
    await served.close()
  }
}
