import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { layoutShiftOn, useBrowser, viewports } from '../../scripts/test/browse.ts'
import { exported, keysIn } from '../../scripts/test/exported-file.ts'
import { loadCorpus } from './corpus.ts'
import { hostileQueries } from './fixtures/hostile-queries.ts'

// A reader would wait in vain, lose earlier results, or see no message when something fails.

const open = useBrowser()
const { entries } = loadCorpus()
const field = (page: Page) => page.locator('main input[type=search]')
const total = (page: Page) => page.locator('[data-total]').textContent()
const hrefs = (page: Page) =>
  page
    .locator('[data-result]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id)
const query = (page: Page) => new URL(page.url()).search

/** Waits until the line above the results starts with a text. */
async function says(page: Page, text: string) {
  await page.locator('[data-total]', { hasText: text }).waitFor()
}
async function type(page: Page, text: string) {
  await field(page).fill(text)
  await says(page, `“${text}”`)
}
/** Waits until the results match the address. */
async function settled(page: Page) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy]'))
}
test('matches are marked in the abstract, and a result links to its paper', async () => {
  const page = await open('search/?q=nash')
  const marks = page.locator('[data-excerpt] mark')
  await marks.first().waitFor()
  expect(new Set(await marks.allTextContents())).toEqual(new Set(['Nash', 'Nash-MD']))
  await page.locator('[data-result]').first().click()
  await page.waitForURL('**/papers/**')
})

test('a query without results gets advice, and a button empties the field', async () => {
  const page = await open('search/')
  await page.keyboard.press('/')
  await page.keyboard.type('zyzzo/geton')
  await says(page, '“zyzzo/geton”')
  expect(await page.locator('[data-nothing]').innerText()).toMatch(
    /^Try fewer or other words\. You/,
  )
  expect(await hrefs(page)).toEqual([])
  const clear = page.getByRole('button', { name: 'Clear the field' })
  await clear.click()
  await says(page, 'to search')
  await expect.poll(() => focused(page)).toBe('search-field')
  expect(await clear.isVisible()).toBe(false)
})

const first = ['pagefind.js', 'wasm.unknown.pagefind', 'words.json']
test.each([
  ['search/', 'main', expect.arrayContaining(first)],
  ['papers/', 'main', expect.arrayContaining(first)],
  ['about/', 'header', first],
])(
  'on %s nothing of search is loaded before a reader points at or focuses a field',
  async (path, place, wanted) => {
    const page = await open(path)
    const asked: string[] = []
    page.on('request', (request) => {
      const [, name] = /\/(?:search-index\/|(?=dialog))(.*)$/.exec(request.url()) ?? []
      if (name) asked.push(name)
    })
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
    await page.locator(`${place} input[type=search]`).focus()
    await expect.poll(() => asked.sort()).toEqual(wanted)
  },
)

test('Escape closes the values of a filter and focuses its name', async () => {
  const page = await open('search/?q=reward')
  await says(page, 'for “reward”')
  const facet = page.locator('main details[data-facet=year]')
  await facet.locator('summary').click()
  await facet.locator('input').first().focus()
  await page.keyboard.press('Escape')
  expect(await facet.getAttribute('open')).toBe(null)
  expect(await facet.locator('summary').evaluate((node) => node.matches(':focus'))).toBe(true)
  expect(await field(page).inputValue()).toBe('reward')
})

test('typing adds nothing to the browser’s history, a finished query adds one entry', async () => {
  const page = await open('search/')
  await type(page, 'nash')
  await page.waitForURL(/q=nash$/)
  await page.keyboard.press('Enter')
  await type(page, 'jailbreak')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=jailbreak$/)
  await page.goBack()
  await says(page, 'for “nash”')
  expect(await field(page).inputValue()).toBe('nash')
  await page.goBack()
  await says(page, 'to search')
  expect(query(page)).toBe('')
})

test('a paper can be opened and left with the keyboard alone', async () => {
  const page = await open('search/')
  await page.keyboard.press('/')
  await page.keyboard.type('nash')
  await says(page, 'for “nash”')
  const [first, second] = await hrefs(page)
  for (const [key, at] of [
    ['ArrowDown', first],
    ['ArrowDown', second],
    ['ArrowUp', first],
    ['ArrowUp', 'search-field'],
    ['ArrowDown', first],
    ['Escape', 'search-field'],
    ['ArrowDown', first],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => focused(page)).toBe(at)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/papers\/nash/)
  await page.goBack()
  await says(page, 'for “nash”')
  await field(page).focus()
  await page.keyboard.press('Escape')
  await says(page, 'to search')
})

test('“more” shows more results and focuses the first of them; an export has all results', async () => {
  const page = await open('search/?q=preference')
  await says(page, 'for “preference”')
  expect(await hrefs(page)).toHaveLength(10)
  const some = await exported(page, 'BibTeX')
  await page.getByRole('button', { name: 'Show more' }).click()
  await page.locator('[data-result]').nth(29).waitFor()
  await expect.poll(() => focused(page)).toBe((await hrefs(page))[10])
  const found = Number.parseInt((await total(page)) ?? '', 10)
  await page.getByRole('button', { name: `Show all ${found}` }).click()
  await page
    .locator('[data-result]')
    .nth(found - 1)
    .waitFor()
  expect(new Set(await hrefs(page)).size).toBe(found)
  expect(await page.getByRole('button', { name: 'Show' }).count()).toBe(0)
  expect(keysIn(some)).toHaveLength(found)
  expect(await exported(page, 'BibTeX')).toBe(some)
})

const parts = 'words.json pagefind.js pagefind-entry pf_meta wasm pf_index pf_fragment'
test.each(parts.split(' '))(
  'without %s search says so, shows the way to the list, and can be tried again',
  async (part) => {
    const page = await open('search/')
    const missing = (url: URL) =>
      url.pathname.includes('/search-index/') && url.pathname.includes(part)
    await page.route(missing, (route) => route.abort())
    await field(page).fill('nash')
    await says(page, 'Search could not be loaded')
    const failure = page.locator('[data-failure]')
    expect(await failure.locator('a').getAttribute('href')).toMatch(/\/papers\/$/)
    await page.unroute(missing)
    await failure.getByRole('button', { name: 'Try again' }).click()
    await says(page, 'for “nash”')
  },
)

test('without scripts the page says what to do, and the list shows every paper', async () => {
  const page = await open('search/', { javaScriptEnabled: false })
  expect(await page.locator('main form[data-form]').isVisible()).toBe(false)
  expect(await page.locator('main noscript a').allInnerTexts()).toEqual([
    'the whole list',
    'the topics',
  ])
  await page.locator('main noscript a').first().click()
  await page.waitForURL('**/papers/')
  expect(await page.locator('main li[data-entry]').count()).toBe(entries.length)
  expect(await page.locator('main form[data-form]').isVisible()).toBe(false)
})

test('a paper that is not on the list is named, with similar papers and a link to suggest it', async () => {
  const page = await open('search/?q=KTO')
  const absent = page.locator('[data-absent]')
  await absent.waitFor()
  expect(await absent.innerText()).toMatch(/^KTO is not on this list; it is a preference optim/)
  expect(await absent.locator('a').getAttribute('href')).toMatch(/\/suggest\/\?paper=KTO$/)
  await says(page, 'No paper matches “KTO”')
  expect(await page.getByText('The closest matches:', { exact: true }).isVisible()).toBe(true)
  // Near misses are not marked as results.
  expect(await hrefs(page)).toEqual([])
  expect(await page.locator('[data-results] [data-link]').count()).toBeGreaterThan(3)
  await type(page, 'nash')
  expect(await absent.isVisible()).toBe(false)
})

test('a query about where to start shows the reading path for newcomers', async () => {
  const page = await open('search/?q=where+do+I+start')
  const line = page.locator('main [data-reading]')
  await line.waitFor()
  await line.getByRole('link', { name: 'First steps' }).click()
  await page.waitForURL('**/paths/first-steps/')
})

test('every example query has results', async () => {
  const page = await open('search/')
  const examples = await page.locator('main [data-example], main code').allInnerTexts()
  const queries = examples.filter((query) => !/exact phrase|-without/.test(query))
  expect(queries.length).toBeGreaterThan(6)
  for (const query of queries) {
    await type(page, query)
    expect((await hrefs(page)).length, query).toBeGreaterThan(0)
  }
})

test('a result has a link to report a mistake', async () => {
  const page = await open('search/?q=nash')
  const link = page.locator('main [data-report]').first()
  await link.waitFor()
  const { searchParams } = new URL((await link.getAttribute('href')) ?? '')
  const first = page.locator('main [data-result]').first()
  expect(searchParams.get('title')).toBe(`Correct: ${await first.innerText()}`)
  expect(searchParams.get('entry')).toContain(await first.getAttribute('href'))
})

test.each(hostileQueries)('the page survives the query %s', async (_, text) => {
  const page = await open('search/')
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await field(page).evaluate((input: HTMLInputElement, value) => {
    input.value = value
    input.form?.requestSubmit()
  }, text)
  await settled(page)
  expect(await page.locator('[data-failure]').isVisible()).toBe(false)
  await type(page, 'nash')
  expect(faults).toEqual([])
})

test('results cause no layout shift', async () => {
  const page = await open('search/?q=reward', { viewport: viewports.phone })
  await says(page, 'for “reward”')
  expect(await layoutShiftOn(page)).toBeLessThan(0.01)
})

test('the script for the shortcuts is under a kilobyte', () => {
  const folder = `${inject('siteFolder')}/_astro`
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const sizes = scripts
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .filter((script) => script.includes('isContentEditable'))
    .map((script) => script.length)
  expect(sizes).toHaveLength(1)
  expect(sizes[0]).toBeLessThan(1024)
})
