import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'

/** A paper in the tested site's `papers.json`. */
export interface ListedPaper {
  id: string
  key: string
  title: string
  topics?: string[]
  tags?: string[]
}

/** Every paper of the tested site. */
export const listedPapers: ListedPaper[] = JSON.parse(
  readFileSync(`${inject('siteFolder')}/papers.json`, 'utf8'),
).papers

/** The sorted citation keys of the papers in an exported file, found by key or, in Markdown, by title. */
export function keysIn(text: string): string[] {
  const words = new Set(text.match(/\w+/g))
  return listedPapers
    .filter(({ key, title }) => words.has(key) || text.includes(`[${title}](`))
    .map(({ key }) => key)
    .sort()
}

/** Exports papers with a page's export panel, and returns the text of the file. */
export async function exported(page: Page, format: string): Promise<string> {
  const panel = page.locator('details.export')
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: format, exact: true }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}
