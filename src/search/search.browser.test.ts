import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'
import { entryPaths, loadEntryFile } from '../content/read.ts'
import { entryFacts } from '../model/entry.ts'
import { titleText } from '../text/title.ts'

// A reader would search for a paper that is on the list and not find it.

const open = useBrowser()
const entries = entryPaths('content/papers').map((path) => {
  const { id, frontMatter } = loadEntryFile(path)
  const facts = entryFacts.parse(frontMatter.values)
  return { id, ...facts, plainTitle: titleText(facts.title) }
})

const field = (page: Page) => page.locator('main input[type=search]')
const results = (page: Page) => page.locator('main [data-result]')
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search)

/** Waits until the page has answered the query that stands in its field. */
async function answered(page: Page, words: string): Promise<void> {
  await page.locator('main').getByText(`“${words.trim()}”`, { exact: false }).first().waitFor()
  await page.locator('main [aria-busy]').waitFor({ state: 'detached' })
}

/** The ids of the papers that are found for words, best first, all of them or the first ten. */
async function find(page: Page, words: string, all = false): Promise<string[]> {
  await field(page).fill(words)
  await answered(page, words)
  const more = page.locator('main [data-whole]')
  if (all && (await more.isVisible())) {
    await more.click()
    await more.waitFor({ state: 'hidden' })
  }
  const links = await results(page).evaluateAll((items) =>
    items.map((item) => item.getAttribute('href') ?? ''),
  )
  return links.map((link) => link.replace(/^.*\/papers\/|\/$/g, ''))
}

test('every paper is the first result for its title', async () => {
  const page = await open('search/')
  const missed: string[] = []
  for (const { id, plainTitle } of entries) {
    const [first] = await find(page, plainTitle)
    if (first !== id) missed.push(`${plainTitle}: ${first ?? 'nothing'}`)
  }
  expect(missed).toEqual([])
  expect(entries.length).toBeGreaterThanOrEqual(98)
})

test('every earlier or later title finds its paper', async () => {
  const page = await open('search/')
  const titles = entries.flatMap(({ id, alsoTitled }) =>
    (alsoTitled ?? []).map((title) => ({ id, title: titleText(title) })),
  )
  for (const { id, title } of titles) expect((await find(page, title))[0]).toBe(id)
  expect(titles.length).toBeGreaterThan(0)
})

const topical = [
  ['honesty', 'alignment-for-honesty'],
  ['protein', 'instructprotein-aligning-human-and-protein-language-via-knowledge-instruction'],
  ['time series', 'chatts-aligning-time-series-with-llms-via-synthetic-data-for-enhanced'],
  [
    'autonomous driving',
    'drivemlm-aligning-multi-modal-large-language-models-with-behavioral-planning',
  ],
  [
    'document layout',
    'layoutllm-layout-instruction-tuning-with-large-language-models-for-document',
  ],
  ['clinical', 'large-language-models-encode-clinical-knowledge'],
  ['jailbreak cipher', 'gpt-4-is-too-smart-to-be-safe-stealthy-chat-with-llms-via-cipher'],
  ['nash', 'iterative-nash-policy-optimization-aligning-llms-with-general-preferences-via-no'],
  ['tool manipulation', 'on-the-tool-manipulation-capability-of-open-source-large-language-models'],
  ['voice', 'minmo-a-multimodal-large-language-model-for-seamless-voice-interaction'],
  ['position bias', 'split-and-merge-aligning-position-biases-in-large-language-model-based'],
  ['alignment tax', 'mitigating-the-alignment-tax-of-rlhf'],
  ['magpie', 'magpie-alignment-data-synthesis-from-scratch-by-prompting-aligned-llms-with'],
  ['Graham Neubig', 'alignment-for-honesty'],
  ['2312.07000', 'alignment-for-honesty'],
] as const

test('words of a paper find it among the first three', async () => {
  const page = await open('search/')
  const missed: string[] = []
  for (const [words, id] of topical) {
    const found = (await find(page, words)).slice(0, 3)
    if (!found.includes(id)) missed.push(`${words}: ${found.join(', ') || 'nothing'}`)
  }
  expect(missed).toEqual([])
})

test('a result shows where the words were found, and leads to the paper', async () => {
  const page = await open('search/')
  await find(page, 'autonomous driving')
  const first = page.locator('main li', { has: page.locator('[data-result]') }).first()
  expect((await first.locator('mark').allInnerTexts()).join(' ').toLowerCase()).toMatch(
    /autonomous|driving/,
  )
  await results(page).first().click()
  await page.waitForURL('**/papers/**')
  expect(await page.locator('h1').count()).toBe(1)
})

test('words that no paper has are answered with what to do', async () => {
  const page = await open('search/')
  expect(await find(page, 'zyzzogeton')).toEqual([])
  expect(await page.locator('main').innerText()).toContain('No paper')
})

test('a search from a header’s field is answered', async () => {
  const page = await open('about/')
  await page.locator('header input[type=search]').click()
  await page.keyboard.type('protein')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search/?q=protein')
  await results(page).first().waitFor()
  expect(await page.locator('dialog').count()).toBe(0)
})

test('filters narrow the results, say how many there are, and can be taken back', async () => {
  const page = await open('search/')
  const whole = (await find(page, 'preference', true)).length
  await page.locator('main details > summary').first().click()
  const box = page.locator('main input[name=topic][value=safety]')
  const label = page.locator('main label', { has: page.locator('input[name=topic][value=safety]') })
  await box.check()
  await page.waitForURL('**/search/?q=preference&topic=safety')
  // The counts come with the file of the filters.
  const shown = async () => Number.parseInt(await page.locator('main [data-total]').innerText(), 10)
  const announced = async () => Number(await label.locator('[data-count]').innerText())
  await expect.poll(async () => (await shown()) === (await announced())).toBe(true)
  const count = await shown()
  expect(count).toBeLessThan(whole)
  const safe = new Set(
    entries.filter(({ topics }) => topics?.includes('safety')).map(({ id }) => id),
  )
  for (const id of await find(page, 'preference', true)) expect(safe).toContain(id)
  expect(query(page)).toBe('?q=preference&topic=safety')
  await box.uncheck()
  await expect.poll(() => query(page)).toBe('?q=preference')
})

test('the address holds the search, and back and forward go through it', async () => {
  const page = await open('search/?q=honesty&kind=benchmark')
  await answered(page, 'honesty')
  const first = await results(page).allInnerTexts()
  expect(await field(page).inputValue()).toBe('honesty')
  expect(await page.locator('main input[name=kind][value=benchmark]').isChecked()).toBe(true)
  await field(page).fill('protein')
  await field(page).press('Enter')
  await answered(page, 'protein')
  expect(query(page)).toContain('q=protein')
  await page.goBack()
  await answered(page, 'honesty')
  expect(await results(page).allInnerTexts()).toEqual(first)
  await page.goForward()
  await answered(page, 'protein')
  expect(await field(page).inputValue()).toBe('protein')
})

test('a listener is told how many papers were found', async () => {
  const page = await open('search/')
  const found = await find(page, 'alignment tax', true)
  await expect
    .poll(() => page.locator('main [role=status]').first().textContent())
    .toMatch(new RegExp(`^${found.length} papers?\\b`))
})

test('search works below a base path', async () => {
  const page = await open('robots.txt')
  await page.goto(`${inject('basedSiteUrl')}search/?q=honesty`)
  await results(page).first().waitFor()
  expect(await results(page).first().getAttribute('href')).toMatch(
    /^\/reading-list\/papers\/[^/]+\/$/,
  )
  await results(page).first().click()
  await page.locator('main article h1').waitFor()
})
