import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { accessibilityProblemsOn, useBrowser, viewports } from '../../scripts/test/browse.ts'
import {
  exported,
  keysIn,
  type ListedPaper,
  listedPapers,
} from '../../scripts/test/exported-file.ts'

// A reader would tick three papers and get the whole list, or lose the selection.

const open = useBrowser()

const summary = (page: Page) => page.locator('details.export > summary')
const boxFor = (page: Page, { title }: { title: string }) =>
  page.getByRole('checkbox', { name: `Select ${title}`, exact: true })
const keysOf = (papers: ListedPaper[]) => papers.map(({ key }) => key).sort()
const ofTopic = (topic: string) => listedPapers.filter(({ topics }) => topics?.includes(topic))
const [first, second] = ofTopic('safety') as [ListedPaper, ListedPaper]
const elsewhere = listedPapers.find(({ topics }) => !topics?.includes('safety')) as ListedPaper

test('checkboxes are shown only while the panel is open', async () => {
  const page = await open('topics/safety/')
  const boxes = page.locator('.entry input:visible')
  expect(await boxes.count()).toBe(0)
  await summary(page).click()
  await expect.poll(() => boxes.count()).toBe(ofTopic('safety').length)
  await summary(page).click()
  await expect.poll(() => boxes.count()).toBe(0)
})

test('exactly the ticked papers are exported in every format', async () => {
  const page = await open('topics/safety/')
  await summary(page).click()
  await boxFor(page, first).check()
  await boxFor(page, second).check()
  expect(await summary(page).innerText()).toBe('Export 2 selected papers')
  expect(await accessibilityProblemsOn(page)).toEqual([])
  for (const format of ['BibTeX', 'RIS', 'CSL-JSON', 'CSV', 'Markdown table'])
    expect(keysIn(await exported(page, format)), format).toEqual(keysOf([first, second]))
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
  expect(await boxFor(page, first).isChecked()).toBe(false)
  expect(keysIn(await exported(page, 'RIS'))).toEqual(keysOf(ofTopic('safety')))
})

test('papers that a filter removes from the page stay ticked, and the panel says so', async () => {
  const page = await open('papers/')
  await summary(page).click()
  await boxFor(page, first).check()
  await boxFor(page, elsewhere).check()
  await page.locator('main summary', { hasText: 'Topic' }).click()
  await page.locator('main input[name=topic][value=safety]').check()
  await boxFor(page, elsewhere).waitFor({ state: 'detached' })
  expect(await boxFor(page, first).isChecked()).toBe(true)
  await page.getByText('Save them as (the page does not show 1 of them now)').waitFor()
  expect(keysIn(await exported(page, 'CSV'))).toEqual(keysOf([first, elsewhere]))
})

test('papers of two searches are exported together, and Zotero can save what is shown', async () => {
  const page = await open('search/?q=wildfeedback')
  await page.locator('[data-result]').first().waitFor()
  const items = await page.locator('main li[data-entry]').count()
  await expect.poll(() => page.locator('main li[data-entry] > .Z3988').count()).toBe(items)
  expect(await page.locator('.Z3988').first().getAttribute('title')).toContain(
    'rft.title=WildFeedback%3A',
  )
  await summary(page).click()
  await page.getByRole('checkbox', { name: /^Select WildFeedback:/ }).check()
  await page.locator('main input[type=search]').fill('deal decoding-time')
  await page.getByRole('checkbox', { name: /^Select DeAL:/ }).check()
  expect(keysIn(await exported(page, 'BibTeX'))).toEqual(['huang2024deal', 'shi2024wildfeedback'])
})

test('on a phone a checkbox is large enough for a finger, and the panel stays visible', async () => {
  const page = await open('papers/', { viewport: viewports.phone, hasTouch: true })
  await summary(page).click()
  const target = page.locator('.pick').first()
  const { width = 0, height = 0 } = (await target.boundingBox()) ?? {}
  expect([width >= 44, height >= 44]).toEqual([true, true])
  await target.tap()
  await page.mouse.wheel(0, 4000)
  await page.waitForFunction(() => scrollY > 2000)
  expect((await summary(page).boundingBox())?.y).toBeCloseTo(1, -1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

test('on a phone nothing moves when checkboxes appear, or when the first one is ticked', async () => {
  const page = await open('topics/safety/', { viewport: viewports.phone })
  const top = async (place: Locator) => Math.round((await place.boundingBox())?.y ?? -1)
  await summary(page).evaluate((element) =>
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 300),
  )
  const before = await top(summary(page))
  await summary(page).click()
  await page.locator('.entry input').first().waitFor()
  expect(await top(summary(page))).toBe(before)

  const last = page.locator('.entry').last()
  const shown = await top(last)
  await last.locator('input').check()
  expect(await top(last)).toBe(shown)
})
