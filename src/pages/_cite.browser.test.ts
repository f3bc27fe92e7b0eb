import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'
import { exported, keysIn, listedPapers as list } from '../../scripts/test/exported-file.ts'

// A reader would paste a wrong citation, or export a topic and get the wrong papers.

const open = useBrowser()
const paper = 'papers/alignment-for-honesty/'
const built = (file: string) => readFileSync(`${inject('siteFolder')}/${file}`, 'utf8')

const section = (page: Page, name: string) =>
  page.locator('.cite details').filter({ has: page.getByText(name, { exact: true }) })

const formats = ['BibTeX', 'RIS', 'APA', 'Chicago', 'MLA', 'IEEE', 'ACL']

test('every citation is copied as shown, and the page says so', async () => {
  const page = await open(paper, { permissions: ['clipboard-read', 'clipboard-write'] })
  for (const name of formats) {
    const format = section(page, name)
    await format.locator('summary').click()
    await format.getByRole('button', { name: `Copy ${name}` }).click()
    await format.getByText(`${name} copied.`).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(await format.locator('[data-citation]').textContent())
    if (name === 'BibTeX') expect(copied).toBe(built(`${paper.slice(0, -1)}.bib`).trim())
  }
})

test('without scripts every citation can be read, and there are no copy buttons', async () => {
  const page = await open(paper, { javaScriptEnabled: false })
  for (const name of formats) {
    await section(page, name).locator('summary').click()
    expect(await section(page, name).locator('[data-citation]').innerText()).toMatch(/honesty/i)
  }
  expect(await page.locator('.cite button:visible').count()).toBe(0)
  expect(await page.locator('.cite-files a').count()).toBe(5)
})

const keysOf = (wanted: (topics: string[]) => boolean) =>
  list.flatMap(({ key, topics = [] }) => (wanted(topics) ? [key] : [])).sort()

test('the whole list is exported under its own name, and a filtered list under a name with the filter', async () => {
  const page = await open('papers/')
  expect(await exported(page, 'RIS')).toBe(built('papers.ris'))
  await page.goto(`${page.url()}?topic=steering`)
  const keys = keysOf((topics) => topics.includes('steering'))
  await page.locator('main [data-total]', { hasText: `${keys.length} paper` }).waitFor()
  expect(keysIn(await exported(page, 'CSV'))).toEqual(keys)
  expect(await page.locator('.export [role=status]').innerText()).toMatch(
    new RegExp(`^${keys.length} papers saved as papers-steering-and-personalization\\.`),
  )
  await page.locator('main [data-whole]').click()
  await expect.poll(() => page.locator('.Z3988').count()).toBe(keys.length)
})

test('without scripts the panel has links to the files of the list', async () => {
  const page = await open('topics/safety/', { javaScriptEnabled: false })
  await page.getByText('Export these papers').click()
  expect(await page.locator('.export button:visible').count()).toBe(0)
  expect(
    await page
      .locator('.export-files a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  ).toEqual([
    ...['bib', 'ris', 'csl.json', 'json', 'md'].map((ending) => `/topics/safety.${ending}`),
    ...['xml', 'json'].map((ending) => `/topics/safety/feed.${ending}`),
  ])
})
