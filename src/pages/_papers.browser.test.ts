import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'
import { entryPaths, loadEntryFile } from '../library.ts'
import { type EntryFacts, entryFacts } from '../model/entry.ts'
import { venueSeries } from '../model/vocabulary.ts'

// A reader would narrow the whole list and get the wrong papers, or lose what they had chosen.

const open = useBrowser()
const entries = entryPaths('content/papers').map((path) => {
  const { id, frontMatter } = loadEntryFile(path)
  return { id, ...entryFacts.parse(frontMatter.values) }
})

const idsOf = (wanted: (facts: EntryFacts) => boolean | undefined) =>
  entries
    .filter(wanted)
    .map(({ id }) => id)
    .sort()

/** The entries in the document, in its order, hidden ones included. */
function listed(page: Page): Promise<string[]> {
  return page
    .locator('main li[data-entry]')
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['entry'] ?? ''))
}

const sorted = async (page: Page) => (await listed(page)).sort()
const query = (page: Page) => new URL(page.url()).search

test.each<[string, string, (facts: EntryFacts) => boolean | undefined]>([
  ['topic', 'safety', ({ topics }) => topics?.includes('safety')],
  ['kind', 'survey', ({ kind }) => kind?.includes('survey')],
  ['year', '2023', ({ published }) => published?.startsWith('2023')],
  ['venue', 'EMNLP', ({ venue }) => venue !== undefined && venueSeries(venue) === 'EMNLP'],
  ['venue', 'preprint', ({ venue }) => venue === undefined],
])(
  'narrowing by %s %s leaves exactly those papers in the document',
  async (facet, value, wanted) => {
    const page = await open('papers/')
    await page.locator(`main select[name=${facet}]`).selectOption(value)
    const ids = idsOf(wanted)
    expect(await sorted(page)).toEqual(ids)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThan(entries.length)
    expect(query(page)).toBe(`?${facet}=${value}`)
    expect(await page.locator('main [role=status]:not(.export *)').innerText()).toBe(
      `${ids.length} of ${entries.length} papers`,
    )
  },
)

test('narrowing by code leaves the papers that link to code', async () => {
  const page = await open('papers/')
  await page.locator('main input[name=has]').check()
  expect(await sorted(page)).toEqual(idsOf(({ links }) => links?.code !== undefined))
  expect(query(page)).toBe('?has=code')
})

test('choices add up, and one button takes them all back', async () => {
  const page = await open('papers/')
  await page.locator('main select[name=topic]').selectOption('evaluation')
  await page.locator('main select[name=kind]').selectOption('benchmark')
  const both = idsOf(
    ({ topics, kind }) => topics?.includes('evaluation') && kind?.includes('benchmark'),
  )
  expect(await sorted(page)).toEqual(both)
  expect(query(page)).toBe('?topic=evaluation&kind=benchmark')
  await page.getByRole('button', { name: 'Show all' }).click()
  expect(await listed(page)).toHaveLength(entries.length)
  expect(query(page)).toBe('')
})

test('an address with choices opens the list so narrowed', async () => {
  const page = await open('papers/?topic=steering&sort=title')
  expect(await sorted(page)).toEqual(idsOf(({ topics }) => topics?.includes('steering')))
  expect(await page.locator('main select[name=topic]').inputValue()).toBe('steering')
  expect(await page.locator('main select[name=sort]').inputValue()).toBe('title')
})

test('the browser’s back button takes a choice back, its forward button makes it again', async () => {
  const page = await open('papers/')
  await page.locator('main select[name=kind]').selectOption('dataset')
  const narrowed = await listed(page)
  await page.goBack()
  expect(await listed(page)).toHaveLength(entries.length)
  expect(await page.locator('main select[name=kind]').inputValue()).toBe('')
  await page.goForward()
  expect(await listed(page)).toEqual(narrowed)
})

test('the list stands newest first, by title, or by venue', async () => {
  const page = await open('papers/')
  const facts = new Map(entries.map((entry) => [entry.id, entry]))
  const inOrder = async (keyOf: (id: string) => string) => {
    const keys = (await listed(page)).map(keyOf)
    expect(keys).toHaveLength(entries.length)
    return keys
  }
  const dates = await inOrder((id) => facts.get(id)?.published ?? '')
  expect(dates).toEqual(dates.toSorted().reverse())

  const collator = new Intl.Collator('en', { ignorePunctuation: true, numeric: true })
  await page.locator('main select[name=sort]').selectOption('title')
  const titles = await inOrder((id) => facts.get(id)?.title ?? '')
  expect(titles).toEqual(titles.toSorted(collator.compare))

  await page.locator('main select[name=sort]').selectOption('venue')
  const venues = await inOrder((id) => venueSeries(facts.get(id)?.venue ?? '\uFFFF'))
  expect(venues.filter((venue, place) => venue !== venues[place - 1])).toHaveLength(
    new Set(venues).size,
  )
  expect(venues.at(-1)).toBe('\uFFFF')
})

test('choices that no paper has say so', async () => {
  const page = await open('papers/?venue=Nature&topic=safety')
  expect(await listed(page)).toEqual([])
  expect(await page.locator('main [role=status]:not(.export *)').innerText()).toBe(
    'No paper matches all of this.',
  )
})
