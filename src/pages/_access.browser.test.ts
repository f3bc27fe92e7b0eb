import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { pageKinds } from '../../scripts/build/built-facts.ts'
import { useBrowser, viewports } from '../../scripts/test/browse.ts'
import { builtPages } from '../../scripts/test/built-pages.ts'

// A reader who cannot see well, or who uses a keyboard, a screen reader or a phone, would be shut out.

const open = useBrowser()
const folder = inject('siteFolder')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe has against a page: the rule, and where. */
async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document)')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary ?? ''}`),
  )
}

const papers = builtPages(folder).filter(({ path }) => /^papers\/./.test(path))
const everyTenth = papers.filter((_, place) => place % 10 === 0).map(({ path }) => path)
const kinds = Object.entries(pageKinds(folder))

/** What axe has against a page in every look: light and dark, on a phone and on a desktop. */
async function violationsInEveryLook(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const [name, viewport] of Object.entries(viewports)) {
      await page.setViewportSize(viewport)
      const violations = await violationsOn(page)
      found.push(...violations.map((violation) => `${colorScheme}, ${name}: ${violation}`))
    }
  }
  return found
}

test.each(kinds)('%s has no barrier, light and dark, on phone and desktop', async (_kind, path) => {
  expect(await violationsInEveryLook(await open(path))).toEqual([])
})

test('the page of results has no barrier, light and dark, on phone and desktop', async () => {
  const page = await open('search/?q=honesty&kind=method')
  await page.locator('[data-result]').first().waitFor()
  await page.locator('main details > summary').first().click()
  expect(await violationsInEveryLook(page)).toEqual([])
})

test.each([
  ['examples', ''],
  ['results', 'honesty'],
  ['a repair', 'reward hackign'],
  ['what is only near', 'carbon footprint of training'],
])(
  'the search dialog with %s has no barrier, light and dark, on phone and desktop',
  async (_, query) => {
    const page = await open('about/')
    await page.keyboard.press('Control+k')
    const dialog = page.locator('dialog[open]')
    await dialog.locator('input[type=search]').fill(query)
    if (query) await dialog.getByText(`“${query}”`).waitFor()
    expect(await violationsInEveryLook(page)).toEqual([])
  },
)

test('the search dialog fits a phone and a finger', async () => {
  const page = await open('about/', { viewport: viewports.phone, hasTouch: true })
  await page.keyboard.press('Control+k')
  const dialog = page.locator('dialog[open]')
  await dialog.waitFor()
  const small: string[] = []
  const measure = async () => {
    const controls = 'button, input, [data-example], [data-results] a, [data-all]'
    for (const control of await dialog.locator(controls).all()) {
      const box = await control.boundingBox()
      if (box && (box.height < 44 || box.width < 44)) small.push(await control.innerText())
    }
  }
  await measure()
  await dialog.locator('input[type=search]').fill('honesty')
  await dialog.locator('[data-result]').nth(7).waitFor()
  await measure()
  expect(small).toEqual([])
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('dialog, dialog *')]
      .filter((element) => element.scrollWidth > 360)
      .map((element) => element.outerHTML.slice(0, 90)),
  )
  expect(widths).toEqual([])
})

test('one paper in ten has no barrier', async () => {
  const page = await open('')
  for (const path of everyTenth) {
    await page.goto(new URL(path, inject('siteUrl')).href)
    expect({ path, violations: await violationsOn(page) }).toEqual({ path, violations: [] })
  }
})

test('no page scrolls sideways on a phone', async () => {
  const wide: string[] = []
  const bare = await open('', { viewport: viewports.phone, javaScriptEnabled: false })
  const live = await open('', { viewport: viewports.phone })
  const everyPage = builtPages(folder).map(({ path }) => [bare, path] as const)
  const everyKind = kinds.map(([, path]) => [live, path] as const)
  for (const [page, path] of [...everyPage, ...everyKind]) {
    await page.goto(new URL(path, inject('siteUrl')).href)
    const fault = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const cut = [document.documentElement, document.body].some((element) =>
        /hidden|clip/.test(getComputedStyle(element).overflowX),
      )
      if (cut) return 'cuts what is too wide'
      return scrollWidth > clientWidth ? `is ${scrollWidth} px wide` : ''
    })
    if (fault) wide.push(`${path} ${fault}`)
  }
  expect(wide).toEqual([])
})

test('the first stop of the keyboard leads past the header', async () => {
  const page = await open('about/')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

test('every control on a phone can be hit with a finger', async () => {
  const small: string[] = []
  for (const path of ['', 'papers/', 'search/']) {
    const page = await open(path, { viewport: viewports.phone, hasTouch: true })
    await page.locator('details.export').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
    for (const control of await page.locator('button, select, input[type=search], summary').all()) {
      const box = await control.boundingBox()
      if (box && (box.height < 44 || box.width < 44))
        small.push(
          `${path || 'home'}: ${(await control.evaluate((node) => node.outerHTML)).slice(0, 90)}`,
        )
    }
  }
  expect(small).toEqual([])
})
