import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { openBrowser } from '../browser/open-browser.ts'

/** The two widths at which pages are looked at, in CSS pixels: a small phone's and a desktop's. */
export const viewports = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 800 },
} as const

/**
 * Gives the tests of a file one browser. The function that it returns opens a page of the built site in a context of its
 * own, and closes it after the test.
 */
export function useBrowser(): (path: string, options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(inject('browser'))
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  return async (path, options) => {
    const context = await browser.newContext({ viewport: viewports.desktop, ...options })
    const page = await context.newPage()
    await page.goto(new URL(path, inject('siteUrl')).href)
    return page
  }
}
