import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'
import { loadEntries } from '../content/read.ts'
import type { EntryFacts } from '../model/entry.ts'
import { venueSeries } from '../model/venue.ts'

// A reader would filter the whole list and get the wrong papers, or lose the filters.

const open = useBrowser()
type Facts = Omit<EntryFacts, 'authors'>
const entries = loadEntries()
const byId = new Map(entries.map((entry) => [entry.id, entry]))
const idsOf = (wanted: (facts: Facts) => boolean | undefined) =>
  entries
    .filter(wanted)
    .map(({ id }) => id)
    .sort()

/** The papers of the page in order, after “show all”. */
async function listed(page: Page): Promise<string[]> {
  await page.waitForFunction(() => !document.querySelector('[aria-busy]'))
  const more = page.locator('main [data-whole]')
  if (await more.isVisible()) {
    await more.click()
    await more.waitFor({ state: 'hidden' })
  }
  const links = await page
    .locator('main li[data-entry] .entry-title a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  return links.map((link) => link.split('/').at(-2) ?? '')
}
const sorted = async (page: Page) => (await listed(page)).sort()
const says = (page: Page, text: string) =>
  page.locator('main [data-total]', { hasText: text }).waitFor()
const query = (page: Page) => new URL(page.url()).search

async function choose(page: Page, facet: string, value: string) {
  const box = page.locator(`main details input[name="${facet}"][value="${value}"]`)
  await box.evaluate((node) => node.closest('details')?.setAttribute('open', ''))
  await box.check()
}

const filterCases: readonly [string, string, (facts: Facts) => boolean | undefined][] = [
  ['topic', 'safety', ({ topics }) => topics?.includes('safety')],
  ['tag', 'honesty', ({ tags }) => tags?.includes('honesty')],
  ['year', '2023', ({ published }) => published?.startsWith('2023')],
  ['venue', 'preprint', ({ venue }) => venue === undefined],
  ['has', 'code', ({ links }) => links?.code !== undefined],
]

test('each filter leaves exactly its papers', async () => {
  const page = await open('papers/')
  for (const [facet, value, wanted] of filterCases) {
    const ids = idsOf(wanted)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThan(entries.length)
    await choose(page, facet, value)
    await says(page, `${ids.length} paper`)
    await expect.poll(() => query(page)).toBe(`?${facet}=${value}`)
    expect(await sorted(page), `${facet} ${value}`).toEqual(ids)
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await says(page, `${entries.length} papers`)
  }
})

test('the search page answers the same query with the same form and papers', async () => {
  const answerOf = async (path: string) => {
    const search = '?q=reward&topic=preference-optimization&topic=steering&year=2024&sort=title'
    const page = await open(path + search)
    await says(page, 'for “reward”')
    const fields = await page
      .locator('main form[data-form] [name]')
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('name')} ${one.getAttribute('value')}`),
      )
    return { ids: await listed(page), fields }
  }
  const answer = await answerOf('papers/')
  expect(answer.ids.length).toBeGreaterThan(3)
  expect(await answerOf('search/')).toEqual(answer)
})

test('filters combine, counts say what each would leave, and the browser’s back button undoes them', async () => {
  const page = await open('papers/')
  await choose(page, 'topic', 'evaluation')
  await says(page, `${idsOf(({ topics }) => topics?.includes('evaluation')).length} paper`)
  const both = idsOf(
    ({ topics, kind }) => topics?.includes('evaluation') && kind?.includes('benchmark'),
  )
  const count = page.locator('label:has(input[value="benchmark"]) [data-count]')
  await expect.poll(() => count.textContent()).toBe(String(both.length))
  await choose(page, 'kind', 'benchmark')
  await says(page, `${both.length} paper`)
  expect(await sorted(page)).toEqual(both)
  await page.goBack()
  await page.waitForURL('**/papers/?topic=evaluation')
  await page.goBack()
  await says(page, `${entries.length} papers`)
  expect(await page.locator('#list').isVisible()).toBe(true)
  await page.goForward()
  await page.goForward()
  await says(page, `${both.length} paper`)
  expect(await sorted(page)).toEqual(both)
})

test('the list can be sorted by date, title or venue, under headings', async () => {
  const page = await open('papers/')
  const inOrder = async <T>(order: string, keyOf: (facts: Facts) => T) => {
    if (order) await page.locator('main select[name=sort]').selectOption(order)
    await page.waitForURL(order ? `**/papers/?sort=${order}` : '**/papers/')
    const keys = (await listed(page)).flatMap((id) => byId.get(id) ?? []).map(keyOf)
    expect(keys).toHaveLength(entries.length)
    return keys
  }
  const dates = await inOrder('', ({ published }) => published ?? '')
  expect(dates).toEqual(dates.toSorted().reverse())
  const offered = page.locator('main select[name=sort] option:not([hidden])')
  expect(await offered.allTextContents()).toEqual(['newest', 'title', 'venue'])

  const collator = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })
  const titles = await inOrder('title', ({ title }) => title)
  expect(titles).toEqual(titles.toSorted(collator.compare))
  expect((await page.locator('[data-results] h2').allInnerTexts()).length).toBeGreaterThan(10)

  const venues = await inOrder('venue', ({ venue }) => venueSeries(venue ?? '\uFFFF'))
  expect(venues.filter((venue, place) => venue !== venues[place - 1])).toHaveLength(
    new Set(venues).size,
  )
  expect(venues.at(-1)).toBe('\uFFFF')
})

test('if no paper has the chosen filters, the page says so and has no export panel', async () => {
  const page = await open('papers/?topic=safety&tag=code-generation')
  await says(page, 'No paper with these filters')
  expect(await page.locator('main [data-nothing]').innerText()).toMatch(
    /^Remove a filter\. You can also browse/,
  )
  expect(await page.locator('details.export').isVisible()).toBe(false)
})

test('unknown values in the address are named, and the others are applied', async () => {
  const page = await open('papers/?topic=nonsense&venue=Elsewhere&kind=survey')
  await page
    .getByText('This list has no “nonsense” under Topic and no “Elsewhere” under Venue.')
    .waitFor()
  expect(await sorted(page)).toEqual(idsOf(({ kind }) => kind?.includes('survey')))
  expect(await page.title()).toMatch(/^Survey · All papers/)
})

test('in print, the page says what it shows and has the addresses of the papers', async () => {
  const page = await open('papers/?kind=survey')
  const surveys = entries.filter(({ kind }) => kind?.includes('survey'))
  await says(page, `${surveys.length} papers`)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const text = await page.locator('main').innerText()
  expect(text).toContain(`Survey · ${surveys.length} papers`)
  const shown = surveys.filter(({ paper = '?' }) => text.includes(paper))
  expect(shown.length).toBe(Math.min(surveys.length, 10))
})
