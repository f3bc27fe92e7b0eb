import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import {
  accessibilityProblemsOn,
  collectPageProblems,
  useBrowser,
  viewports,
} from '../../../scripts/test/browse.ts'
import { listedPapers } from '../../../scripts/test/exported-file.ts'

// A reader would lose marks when they change phones, or overwrite those on the new one.

const open = useBrowser()
const ids = listedPapers.slice(0, 5).map(({ id }) => id) as [string, string, string, string, string]

/** Opens the desk in a new browser context with these marks and notes. */
async function desk(marks: object, notes: object = {}): Promise<Page> {
  const page = await open('robots.txt')
  const text = JSON.stringify({ desk: 1, marks, notes, switched: [] })
  await page.evaluate((text) => localStorage.setItem('desk:/', text), text)
  await page.goto(`${inject('siteUrl')}desk/`)
  await page.locator('[data-keys] dl').waitFor()
  return page
}
const storedDesk = (page: Page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('desk:/') ?? '{"marks":{},"notes":{}}'))
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const said = (page: Page) => page.locator('[data-said]').innerText()

test('a link carries the marks to another browser, which asks, adds them, and can undo it', async () => {
  const [a, b, c, d] = ids
  const one = await desk(
    { [a]: 'read', [b]: 'to-read', [c]: 'to-read', gone: 'read' },
    { [a]: 'Mine.' },
  )
  await one.evaluate(() =>
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject() }),
  )
  await act(one, 'Copy a link')
  const link = await one.locator('[data-link]').innerText()
  await act(one, 'Show a QR code')
  await one.getByRole('img', { name: 'The link as a QR code' }).waitFor()
  expect(await accessibilityProblemsOn(one)).toEqual([])

  const two = await desk({ [b]: 'read', [d]: 'to-read' }, { [a]: 'Yours.' })
  const before = await storedDesk(two)
  const faults = collectPageProblems(two)
  const asked: string[] = []
  two.on('request', (request) => asked.push(request.url()))
  await two.goto(link)
  await expect
    .poll(() => said(two))
    .toBe('It adds 2 papers to read, 1 read. Not on this list: 1 paper. What you have here stays.')
  expect(two.url()).not.toContain('#')
  expect(await storedDesk(two)).toEqual(before)
  await act(two, 'Add them')
  const after = await storedDesk(two)
  expect(after.marks).toEqual({ [a]: 'read', [b]: 'read', [c]: 'to-read', [d]: 'to-read' })
  expect(after.notes).toEqual(before.notes)
  await act(two, 'Undo')
  expect(await storedDesk(two)).toEqual(before)
  expect(asked.filter((url) => url.includes('marks'))).toEqual([])
  expect(faults).toEqual([])

  await two.route('**/papers/', (route) => route.abort())
  await two.goto('about:blank')
  await two.goto(link)
  await expect.poll(() => said(two)).toMatch(/^The link cannot be read without the list/)
  expect(two.url()).toBe(link)
})

test('a file holds everything, is merged with what is there, and is refused if it is not a desk', async () => {
  const [a, b, c] = ids
  const one = await desk({ [a]: 'read', [b]: 'to-read' }, { [a]: 'Mine.', [c]: 'A note.' })
  const [file] = await Promise.all([one.waitForEvent('download'), act(one, 'Save a file')])
  const buffer = readFileSync(await file.path())

  const two = await desk({ [c]: 'read' }, { [a]: 'Yours.' })
  const give = (text: string | Buffer) =>
    two
      .locator('input[type=file]')
      .setInputFiles({ name: 'desk.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  for (const text of ['null', `{"desk":1,"marks":{"${a}":"<b>"}}`]) {
    await give(text)
    await expect.poll(() => said(two)).toMatch(/^This is not a desk file/)
  }
  await give(buffer)
  await expect
    .poll(() => said(two))
    .toBe('It adds 1 paper to read, 1 read, 2 notes. What you have here stays.')
  await act(two, 'Leave them')
  expect((await storedDesk(two)).marks).toEqual({ [c]: 'read' })
  await give(buffer)
  await act(two, 'Add them')
  expect(await storedDesk(two)).toEqual({
    desk: 1,
    marks: { [c]: 'read', [a]: 'read', [b]: 'to-read' },
    notes: { [a]: 'Yours.\n\nMine.', [c]: 'A note.' },
    switched: [],
  })
  expect(await two.locator('[data-group=read] .entry').count()).toBe(2)
})

test('one button erases everything, another restores it, and the page fits a phone', async () => {
  const [a, b] = ids
  const page = await desk({ [a]: 'read' }, { [b]: 'A note.' })
  await page.setViewportSize(viewports.phone)
  const before = await storedDesk(page)
  await act(page, 'Erase all')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  expect(await page.locator('main .entry').count()).toBe(0)
  await act(page, 'Undo')
  expect(await storedDesk(page)).toEqual(before)
  expect(await page.locator('main .entry').count()).toBe(2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})
