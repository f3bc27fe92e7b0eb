import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
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

const cellsOf = (text: string) =>
  parse(text, { columns: true, bom: true }) as Record<string, string>[]

/** The citation keys in an exported file, by format. */
export const keysIn: Record<string, (text: string) => string[]> = {
  BibTeX: (text) => [...text.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key ?? ''),
  RIS: (text) => [...text.matchAll(/^ID {2}- (\S+)\r$/gm)].map(([, key]) => key ?? ''),
  'CSL-JSON': (text) => JSON.parse(text).map(({ id }: { id: string }) => id),
  CSV: (text) => cellsOf(text).map(({ key = '' }) => key),
  'Markdown table': (text) =>
    text
      .split('\n')
      .slice(2)
      .flatMap((line) => listedPapers.filter(({ title }) => title && line.includes(`[${title}](`)))
      .map(({ key }) => key),
}

/** Exports through a page's export panel, and gives the text of the file. */
export async function exported(page: Page, format: string): Promise<string> {
  const panel = page.locator('details.export')
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: format, exact: true }).click(),
  ])
  return readFileSync(await download.path(), 'utf8')
}
