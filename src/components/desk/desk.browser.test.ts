import type { BrowserContext, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import {
  accessibilityProblemsOn,
  collectPageProblems,
  smallControls,
  useBrowser,
  viewports,
} from '../../../scripts/test/browse.ts'
import { exported, keysIn, listedPapers } from '../../../scripts/test/exported-file.ts'
import { listChanges } from '../../../scripts/test/tested-site.ts'

// A reader would lose marks without being told, or not find them.

const open = useBrowser()
const siteUrl = inject('siteUrl')
const [one, two] = listedPapers.filter(({ topics }) => topics?.includes('safety')) as [
  (typeof listedPapers)[number],
  (typeof listedPapers)[number],
]

const item = (page: Page, id: string) => page.locator(`main [data-entry="${id}"]`)
const button = (page: Page, id: string, name: 'To read' | 'Read') =>
  item(page, id).getByRole('button', { name: new RegExp(`^${name}(?:$|:)`) })
const voice = (page: Page) => page.locator('.desk-status')
const pressed = (page: Page, id: string) =>
  item(page, id).locator('[aria-pressed=true]').allInnerTexts()
const tab = async (context: BrowserContext, path: string) => {
  const page = await context.newPage()
  await page.goto(siteUrl + path)
  return page
}

test('a mark shows in every list and tab at once and after a reload; read papers can be hidden', async () => {
  const list = await open('topics/safety/')
  await button(list, one.id, 'To read').click()
  expect(await voice(list).textContent()).toBe(`Marked to read: ${one.title}`)
  const paper = await tab(list.context(), `papers/${one.id}/`)
  expect(await pressed(paper, one.id)).toEqual(['To read'])
  await button(paper, one.id, 'Read').click()
  await expect.poll(() => pressed(list, one.id)).toEqual(['Read'])
  await list.reload()
  expect(await pressed(list, one.id)).toEqual(['Read'])

  const shown = await list.locator('main .entry:visible').count()
  await list.getByRole('button', { name: 'Hide read' }).click()
  expect(await list.locator('main .entry:visible').count()).toBe(shown - 1)
  // A paper that is marked now stays visible under the pointer.
  await button(list, two.id, 'Read').click()
  expect(await item(list, two.id).isVisible()).toBe(true)
  const ris = keysIn(await exported(list, 'RIS'))
  expect(ris).not.toContain(one.key)
  expect(await accessibilityProblemsOn(list)).toEqual([])
  expect(await list.locator('.export legend').textContent()).toMatch(`The ${shown - 1} papers`)
  const search = await tab(list.context(), 'search/?topic=safety')
  await search.locator('.desk-bar').waitFor()
  expect(keysIn(await exported(search, 'RIS'))).toHaveLength(shown - 2)
  await list.getByRole('button', { name: 'Show read' }).click()
  expect(await list.locator('main .entry:visible').count()).toBe(shown)

  await list.goto(`${siteUrl}search/?q=${encodeURIComponent(`"${one.title}"`)}`)
  await expect.poll(() => pressed(list, one.id)).toEqual(['Read'])

  const marks = Object.fromEntries(listedPapers.map(({ id }) => [id, 'read']))
  const text = JSON.stringify({ desk: 1, marks, notes: {}, switched: ['hide-read'] })
  await list.evaluate((text) => localStorage.setItem('desk:/', text), text)
  await list.goto(`${siteUrl}papers/`)
  expect(await list.locator('main .entry:visible').count()).toBe(0)
  await list.getByRole('button', { name: 'Show read' }).click()
  expect(await list.locator('main .entry:visible').count()).toBe(listedPapers.length)
})

test('the desk lists the papers to read, read and noted, and exports them', async () => {
  const page = await open(`papers/${one.id}/`)
  const faults = collectPageProblems(page)
  await page.locator('.desk summary').click()
  await page.getByLabel('Your note').fill('Compare Table 3.\nAsk for the data.')
  await expect.poll(() => voice(page).textContent()).toBe('Note saved.')
  await page.goto(`${siteUrl}papers/${two.id}/`)
  await button(page, two.id, 'Read').click()
  await page.goto(`${siteUrl}paths/`)
  const path = await page.locator('[data-steps]').first().locator('a').getAttribute('href')
  await page.goto(siteUrl + path?.slice(1))
  const step = (await page.locator('.steps > .entry').first().getAttribute('data-entry')) ?? ''
  await button(page, step, 'Read').click()
  expect(await page.locator('.desk-bar span').innerText()).toMatch(/^1 of \d read$/)

  await page.goto(`${siteUrl}desk/`)
  await expect.poll(() => page.locator('[data-tally]').innerText()).toBe('2 papers read, 1 note.')
  expect(await page.locator('[data-group=read] .entry-title').count()).toBe(2)
  expect(await page.locator('[data-group=noted] .entry-note').innerText()).toBe(
    'Compare Table 3.\nAsk for the data.',
  )
  await page
    .locator('[data-paths] .in-progress', { hasText: /1 of \d read/ })
    .first()
    .waitFor()
  const keys = [one.key, two.key, listedPapers.find(({ id }) => id === step)?.key]
  expect(keysIn(await exported(page, 'BibTeX'))).toEqual(keys.sort())
  expect(await accessibilityProblemsOn(page)).toEqual([])
  expect(faults).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.entry-note').isVisible()).toBe(true)
  expect(await page.locator('[data-move]').isVisible()).toBe(false)
})

test('the papers of a long list are found on its pages by year', async () => {
  const page = await open(`papers/${one.id}/`)
  await button(page, one.id, 'Read').click()
  const links = '<main><ol class="contents"><li><a href="/papers/2024/">2024</a></li></ol></main>'
  await page.route('**/papers/', (route) => route.fulfill({ body: links }))
  await page.route('**/papers/2024/', async (route) =>
    route.fulfill({ response: await route.fetch({ url: `${siteUrl}papers/` }) }),
  )
  await page.goto(`${siteUrl}desk/`)
  const title = item(page, one.id).locator('.entry-title')
  await expect.poll(() => title.innerText()).toBe(one.title)
  expect(await page.locator('[data-missing]').isVisible()).toBe(false)
})

test('a list below a base path has a desk of its own, and a renamed paper keeps its mark', async () => {
  const site = inject('basedSiteUrl')
  const page = await open(`${site}robots.txt`)
  const [former = ''] = listChanges.formerIds
  const text = JSON.stringify({ desk: 1, marks: { [former]: 'read' }, notes: {}, switched: [] })
  await page.evaluate((text) => localStorage.setItem('desk:/reading-list/', text), text)
  await page.goto(`${site}desk/`)
  const { renamed } = listChanges
  await expect.poll(() => pressed(page, renamed)).toEqual(['Read'])
  await page.goto(`${site}papers/${renamed}/`)
  expect(await pressed(page, renamed)).toEqual(['Read'])
})

test('without scripts nothing of the desk is shown', async () => {
  for (const path of ['topics/safety/', `papers/${one.id}/`]) {
    const page = await open(path, { javaScriptEnabled: false })
    expect(await page.locator('.marks, .desk:visible, .desk-only:visible').count()).toBe(0)
  }
})

test('a broken desk is set aside and can be saved; if the browser is full or refuses storage, the reader can save a file', async () => {
  const page = await open('robots.txt')
  await page.evaluate(() => localStorage.setItem('desk:/', '{"desk":1,"marks":{"x'))
  await page.goto(`${siteUrl}topics/safety/`)
  await voice(page).getByRole('link', { name: 'your desk' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Save \d+ characters$/ }).click(),
  ])
  expect(file.suggestedFilename()).toBe('desk-set-aside.txt')
  for (const [fault, words] of [
    ['setItem', 'no space left'],
    ['localStorage', 'store nothing'],
  ] as const) {
    const other = await open('robots.txt')
    await other.addInitScript((fault) => {
      const refuse = () => {
        throw new DOMException('no', 'SecurityError')
      }
      if (fault === 'setItem') Storage.prototype.setItem = refuse
      else Object.defineProperty(window, 'localStorage', { get: refuse })
    }, fault)
    await other.goto(`${siteUrl}topics/safety/`)
    await button(other, one.id, 'Read').click()
    await voice(other).getByText(words).waitFor()
    expect(await accessibilityProblemsOn(other)).toEqual([])
    const [saved] = await Promise.all([
      other.waitForEvent('download'),
      voice(other).getByRole('link', { name: 'Save them as a file' }).click(),
    ])
    expect(saved.suggestedFilename()).toBe('desk.json')
    expect(await pressed(other, one.id)).toEqual(['Read'])
  }
})

test('a path can be read and marked with the keyboard, and single keys can be switched off', async () => {
  const page = await open('paths/')
  await page.locator('main .contents a').first().click()
  await page.waitForURL('**/paths/*/')
  const steps = await page
    .locator('.steps .entry-title a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'))
  for (const step of steps.slice(0, 3)) {
    await page.keyboard.press('j')
    expect(await focused()).toBe(step)
    await page.keyboard.press('r')
  }
  await page.keyboard.press('k')
  expect(await focused()).toBe(steps[1])
  await page.keyboard.press('t')
  expect(await page.locator('.desk-bar span').innerText()).toBe(`2 of ${steps.length} read`)

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  expect(await accessibilityProblemsOn(page)).toEqual([])
  await keys.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.reload()
  for (const key of ['j', 'r', '?', '/']) await page.keyboard.press(key)
  expect(await focused()).toBeNull()
  expect(await page.locator('dialog[open]').count()).toBe(0)
  await page.keyboard.press('Control+k')
  await page.locator('dialog[open]').waitFor()
})

test('on a phone each control is large enough for a finger, and nothing is wider than the screen', async () => {
  const page = await open('topics/safety/', { viewport: viewports.phone, hasTouch: true })
  await button(page, one.id, 'Read').tap()
  for (const path of ['topics/safety/', `papers/${one.id}/`, 'desk/']) {
    await page.goto(siteUrl + path)
    await item(page, one.id).locator('.marks').waitFor()
    const small = await smallControls(page, '.marks button, .desk summary, .desk-bar button')
    expect(small, path).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  }
})
