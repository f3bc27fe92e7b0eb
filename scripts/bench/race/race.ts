import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Corpus } from '../../../src/search/corpus.ts'
import { getBrowser } from '../../browser/get-browser.ts'
import { openBrowser } from '../../browser/open-browser.ts'
import { unanswerable } from '../../eval-search/evaluate.ts'
import { loadJudged } from '../../eval-search/judged.ts'
import { serveSite } from '../../preview/serve.ts'
import { fetchedFiles, weigh } from '../weight.ts'
import { rivals } from './rivals.ts'

/** What one search costs a reader. */
export interface SearchCost {
  name: string
  /** What the first query makes a browser fetch, scripts included, compressed by gzip. */
  bytes: number
  requests: number
  /** Milliseconds from the last key to the results, everything loaded before: the middle one, and the one that 95 % stay below. */
  median: number
  slow: number
  /** Milliseconds that the slowest of the hostile queries takes. */
  hostile: number
}

const firstQuery = 'preference optimization'
/** Every so many of the judged queries is timed. */
const step = 6
const hostileQueries = [
  'x'.repeat(10_000),
  'preference '.repeat(1000),
  'aligment optimzation hallucinaton '.repeat(300),
  '(a+)+$'.repeat(500),
  '"'.repeat(1000),
  '🦙'.repeat(2000),
  '\u202eتعلم التعزيز'.repeat(200),
  '<img src=x onerror=alert(1)>'.repeat(100),
  '__proto__ constructor toString',
  'author:a topic:b -c "d '.repeat(300),
]
const isOfSearch = (file: string) => !/\.(?:html|css|woff2|svg|ico|png|webmanifest)$/.test(file)

/** Types a query into the search of a page at once, and waits for its results, ten seconds at most. Gives milliseconds. */
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

async function costOf(
  browser: Browser,
  { name, folder, base, path }: { name: string; folder: string; base: string; path: string },
): Promise<SearchCost> {
  const served = await serveSite(folder, base, 0)
  try {
    const page = await browser.newPage()
    const files = await fetchedFiles(page, served.url, async () => {
      await page.goto(served.url + path)
      await ask(page, firstQuery)
    })
    const { requests, gzip } = weigh(folder, files.filter(isOfSearch))
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
    await page.close()
    return { name, bytes: gzip, requests, median: at(0.5), slow: at(0.95), hostile }
  } finally {
    await served.close()
  }
}

/** Asks this site's search, as built in `dist`, and its rivals the same queries in one browser, one after the other. */
export async function raceSearches(
  dist: string,
  base: string,
  corpus: Corpus,
): Promise<SearchCost[]> {
  const browser = await openBrowser(await getBrowser())
  const made = mkdtempSync(join(tmpdir(), 'race-'))
  try {
    const costs = [
      await costOf(browser, { name: 'this site', folder: dist, base, path: 'search/' }),
    ]
    for (const { name, write } of rivals) {
      const folder = join(made, name)
      await write(corpus, folder)
      costs.push(await costOf(browser, { name, folder, base: '/', path: '' }))
    }
    return costs
  } finally {
    await browser.close()
    rmSync(made, { recursive: true, force: true })
  }
}
