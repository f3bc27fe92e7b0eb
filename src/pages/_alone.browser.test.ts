import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { pageKinds } from '../../scripts/build/built-facts.ts'
import { useBrowser } from '../../scripts/test/browse.ts'
import { entryPaths, loadEntryFile } from '../content/read.ts'

// A reader would be watched by another host, or would see an empty page where scripts are off.

const open = useBrowser()
const siteUrl = inject('siteUrl')
const kinds = pageKinds(inject('siteFolder'))

/** Notes what a page asks of other hosts, and what the browser complains about. */
function watch(page: Page): string[] {
  const heard: string[] = []
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    if (!request.url().startsWith(siteUrl) && protocol !== 'data:' && protocol !== 'blob:')
      heard.push(`request ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', (error) => heard.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text())
  })
  return heard
}

test.each(Object.entries(kinds))(
  '%s asks nothing of another host, and the browser has no complaint',
  async (_kind, path) => {
    const page = await open('robots.txt')
    const heard = watch(page)
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' })
    await page.mouse.wheel(0, 5000)
    await page.waitForLoadState('networkidle')
    expect(heard).toEqual([])
  },
)

test('a search asks nothing of another host, and the browser has no complaint', async () => {
  const page = await open('robots.txt')
  const heard = watch(page)
  await page.goto(`${siteUrl}search/`)
  await page.locator('main input[type=search]').fill('reward model')
  await page.locator('[data-result]').first().waitFor()
  await page.locator('main details > summary').first().click()
  await page.locator('main input[name=topic]').first().check()
  await page.waitForLoadState('networkidle')
  expect(heard).toEqual([])
})

/** The text of a page's main part, as a reader without scripts sees it. */
async function bareText(path: string): Promise<string> {
  const page = await open(path, { javaScriptEnabled: false })
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ')
}

const entries = entryPaths('content/papers').map(loadEntryFile)
const longTitles = entries
  .map(({ frontMatter }) => String(frontMatter.values['title']))
  .filter((title) => !title.includes('$'))

test.each(['home', 'topics', 'topics/*', 'tags', 'tags/*', 'about', '404'])(
  '%s says the same without scripts',
  async (kind) => {
    const path = kinds[kind] ?? ''
    const page = await open(path)
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
    expect(text.length).toBeGreaterThan(100)
    expect(await bareText(path)).toBe(text)
  },
)

test('a paper’s page is whole without scripts', async () => {
  const path = kinds['papers/*'] ?? ''
  const page = await open(path)
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  expect(text.length).toBeGreaterThan(1000)
  expect(await bareText(path)).toBe(text)
})

test('the whole list is there without scripts', async () => {
  const text = await bareText(kinds['papers'] ?? '')
  expect(longTitles.filter((title) => !text.includes(title))).toEqual([])
  expect(longTitles.length).toBeGreaterThan(90)
})
