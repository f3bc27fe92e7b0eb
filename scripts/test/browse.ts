import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'

/** The two viewport widths of the tests, in CSS pixels: a small phone and a desktop. */
export const viewports = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
} as const

/**
 * Starts one browser for the tests of a file. The returned function opens a page of the built site in a new browser
 * context, and closes it after the test.
 */
export function useBrowser(): (path: string, options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  return async (path, options) => {
    const context = await browser.newContext({
      viewport: viewports.desktop,
      // A service worker would answer requests that a test blocks.
      serviceWorkers: 'block',
      ...options,
    })
    const page = await context.newPage()
    await page.goto(new URL(path, inject('siteUrl')).href)
    return page
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Returns the violations that axe finds on a page, in light mode on a phone and dark mode on a desktop. */
export async function accessibilityProblemsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.evaluate(axe)
  for (const [colorScheme, viewport] of [
    ['light', 'phone'],
    ['dark', 'desktop'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewports[viewport])
    const { violations } = await page.evaluate<AxeResults>('axe.run(document)')
    for (const { id, nodes } of violations)
      for (const { target, failureSummary = '' } of nodes)
        found.push(`${colorScheme}, ${viewport}: ${id}: ${target.join(' ')} ${failureSummary}`)
  }
  return found
}

/** The HTML of the visible controls that match a selector and are too small to tap. */
export async function smallControls(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((controls) =>
    controls.flatMap((control) => {
      const { width, height } = control.getBoundingClientRect()
      const seen = width > 0 && height > 0
      return seen && (width < 44 || height < 44) ? control.outerHTML.slice(0, 90) : []
    }),
  )
}

/** Collects a page's requests to other hosts, failed requests, errors, console warnings and dialogs. */
export function collectPageProblems(page: Page): string[] {
  const problems: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('siteUrl')) && !/^(?:data|blob):/.test(request.url()))
      problems.push(`request ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (error) => problems.push(`error ${error.message}`))
  page.on('console', (message) => {
    const isWarning = message.type() === 'error' || message.type() === 'warning'
    if (isWarning && !message.text().includes('blocked by Playwright'))
      problems.push(message.text())
  })
  page.on('dialog', (dialog) => {
    problems.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  return problems
}

/** The cumulative layout shift of a page since it opened. */
export function layoutShiftOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          const shifts = list.getEntries() as (PerformanceEntry & { value: number })[]
          resolve(shifts.reduce((sum, { value }) => sum + value, 0))
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        // Buffered entries are delivered before the second frame.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)))
      }),
  )
}
