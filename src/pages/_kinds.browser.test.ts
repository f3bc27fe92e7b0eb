import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { weighSite } from '../../scripts/bench/weigh-site.ts'
import { pageKinds } from '../../scripts/build/built-site.ts'
import {
  accessibilityProblemsOn,
  collectPageProblems,
  smallControls,
  useBrowser,
  viewports,
} from '../../scripts/test/browse.ts'
import { builtPages } from '../../scripts/test/built-pages.ts'

// A reader with poor sight, a phone, a slow connection or no JavaScript would be shut out, or another site would learn what
// they read.

const open = useBrowser()
const folder = inject('siteFolder')
const siteUrl = inject('siteUrl')
const kinds = pageKinds(folder)

/** The text of a page without the desk, which scripts add to every page. */
const textOf = async (page: Page) => {
  const desk = page.locator('.marks, .desk, .desk-only')
  const show = (display: string) =>
    desk.evaluateAll((parts, display) => {
      for (const part of parts) (part as HTMLElement).style.display = display
    }, display)
  await show('none')
  const words = (await page.locator('main').innerText()).replace(/\s+/g, ' ').trim()
  await show('')
  return words
}

/** Pages that need scripts. Without scripts they say so, and link to another page. */
const needScripts = ['desk', 'search', 'suggest']
/** Pages to which scripts add a form. */
const growWithScripts = ['papers', 'papers/*']

test.each(Object.entries(kinds))(
  '%s is accessible, has no errors and foreign requests, and has the same text without scripts',
  async (kind, path) => {
    const page = await open('robots.txt')
    const faults = collectPageProblems(page)
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' })
    expect(faults).toEqual([])
    const words = await textOf(page)
    const bare = await open(path, { javaScriptEnabled: false })
    const bareWords = await textOf(bare)
    if (growWithScripts.includes(kind)) expect(bareWords.length).toBeGreaterThan(1000)
    else if (!needScripts.includes(kind)) expect(bareWords).toBe(words)
    expect(await accessibilityProblemsOn(page)).toEqual([])
    expect(faults).toEqual([])
  },
)

test('search is accessible and sends nothing to other sites, on its page and in its dialog', async () => {
  const page = await open('robots.txt')
  const faults = collectPageProblems(page)
  await page.goto(`${siteUrl}search/?q=honesty&kind=method`)
  await page.locator('[data-result]').first().waitFor()
  await page.locator('main details > summary').first().click()
  expect(await accessibilityProblemsOn(page)).toEqual([])
  await page.goto(`${siteUrl}about/`)
  await page.keyboard.press('Control+k')
  const dialog = page.locator('dialog[open]')
  for (const query of ['reward hackign', 'carbon footprint of training']) {
    const total = dialog.locator('[data-total]')
    const before = await total.innerText()
    await dialog.locator('input[type=search]').fill(query)
    await expect.poll(() => total.innerText()).not.toBe(before)
    expect(await accessibilityProblemsOn(page), query).toEqual([])
  }
  expect(faults).toEqual([])
})

test('the search dialog fits a phone and a finger', async () => {
  const page = await open('about/', { viewport: viewports.phone, hasTouch: true })
  await page.keyboard.press('Control+k')
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  const controls = ['button', 'input', '[data-example]', '[data-results] a', '[data-all]']
  const inDialog = controls.map((control) => `dialog[open] ${control}`).join()
  expect(await smallControls(page, inDialog)).toEqual([])
  await dialog.locator('input[type=search]').fill('honesty')
  await dialog.locator('[data-result]').nth(7).waitFor()
  expect(await smallControls(page, inDialog)).toEqual([])
  const widths = await page
    .locator('html, dialog, dialog *')
    .evaluateAll((all) => all.map(({ scrollWidth }) => scrollWidth))
  expect(Math.max(...widths)).toBeLessThanOrEqual(360)
})

test('no page scrolls sideways on a phone', async () => {
  const wide: string[] = []
  const bare = await open('', { viewport: viewports.phone, javaScriptEnabled: false })
  const live = await open('', { viewport: viewports.phone })
  const papers = builtPages(folder).filter(({ path }) => /^papers\/./.test(path))
  const visits = [
    ...papers.map(({ path }) => [bare, path] as const),
    ...Object.values(kinds).map((path) => [live, path] as const),
  ]
  for (const [page, path] of visits) {
    await page.goto(siteUrl + path)
    const fault = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const cut = [document.documentElement, document.body].some((element) =>
        /hidden|clip/.test(getComputedStyle(element).overflowX),
      )
      if (cut) return 'cuts off what is too wide'
      return scrollWidth > clientWidth ? `is ${scrollWidth} px wide` : ''
    })
    if (fault) wide.push(`${path} ${fault}`)
  }
  expect(wide).toEqual([])
})

test('every control on a phone is large enough for a finger, and the first link skips the header', async () => {
  const page = await open('', { viewport: viewports.phone, hasTouch: true })
  for (const path of ['', 'papers/', 'search/']) {
    await page.goto(siteUrl + path)
    await page.locator('details.export').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    const controls = 'button, select, input[type=search], summary'
    expect(await smallControls(page, controls), path).toEqual([])
  }
  await page.goto(`${siteUrl}about/`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

/** How much a page of each kind may load, with fonts and styles, in KB compressed by gzip. The desk may add 4 KB. */
const budgets: Record<string, number> = {
  // The whole list, and the new papers.
  papers: 110,
  new: 75,
  'topics/*': 65,
  'tags/*': 65,
  search: 60,
  // With the abstracts in COinS, for reference managers.
  'paths/*': 60,
  map: 65,
  'first search': 155,
}
const defaultBudget = 60

test('every kind of page stays within its weight', async () => {
  const weights = await weighSite(folder)
  const over = weights.filter(({ kind, gzip }) => gzip > (budgets[kind] ?? defaultBudget) * 1000)
  expect(over).toEqual([])
  expect(weights.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['papers/*', ...Object.keys(budgets)]),
  )
})
