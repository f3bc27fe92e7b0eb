import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, inject, test } from 'vitest'
import { type ServedSite, serveSite } from '../../../scripts/preview/serve.ts'
import { useBrowser } from '../../../scripts/test/browse.ts'
import { testedBases } from '../../../scripts/test/tested-site.ts'
import { offlineListOf } from './integration.ts'

// A reader would open the list on a train and find nothing, or find papers that were removed.

const open = useBrowser()
const base = testedBases.path
const folder = inject('basedSiteFolder')
const served: ServedSite[] = []
afterEach(async () => {
  for (const site of served.splice(0)) await site.close()
})

/** Serves a built site on a server of its own, which the test can stop. */
async function serve(of = folder): Promise<ServedSite> {
  const site = await serveSite(of, base, 0)
  served.push(site)
  return site
}
/** The paths below the base that are cached. */
const cachedPaths = (page: Page) =>
  page.evaluate(async (base) => {
    const [name = '', ...others] = await caches.keys()
    if (others.length > 0) throw new Error(`Unexpected caches ${others}.`)
    const requests = name ? await (await caches.open(name)).keys() : []
    return requests.map(({ url }) => new URL(url).pathname.slice(base.length))
  }, base)
const allow = { serviceWorkers: 'allow' } as const
const keep = async (page: Page) => {
  await page.getByRole('button', { name: 'Keep this list on this device' }).click()
  await page.getByText('The whole list is on this device.').waitFor()
}

test('visited pages open without a connection, and every other page says why it does not', async () => {
  const site = await serve()
  const page = await open(`${site.url}topics/safety/`, allow)
  await expect.poll(() => cachedPaths(page)).toContain('topics/safety/')
  await page.goto(`${site.url}paths/`)
  await expect.poll(() => cachedPaths(page)).toContain('paths/')
  await site.close()
  for (const path of ['topics/safety/', 'paths/']) {
    await page.goto(site.url + path)
    await page.locator('.marks, [data-steps]').first().waitFor()
  }
  await page.goto(`${site.url}topics/safety?from=mail`)
  await page.locator('.marks').first().waitFor()
  await page.goto(`${site.url}about/`)
  expect(await page.locator('h1').innerText()).toBe('Not on this device')
})

test('the list is cached to the end when the reader leaves the desk', async () => {
  const site = await serve()
  const page = await open(`${site.url}desk/`, allow)
  await page.getByRole('button', { name: 'Keep this list on this device' }).click()
  await page.getByText(/^\d+ of \d+ files$/).waitFor()
  await page.goto(`${site.url}about/`)
  await expect.poll(() => cachedPaths(page)).toContain('offline.json/kept')
})

test('a cached list works without a connection, with its search and form; one button removes it', async () => {
  const site = await serve()
  const page = await open(`${site.url}desk/`, allow)
  await expect
    .poll(() => page.locator('[data-size]').innerText())
    .toMatch(/^ ?\(\d+(?:\.\d)? MB\)$/)
  await keep(page)
  const cached = await cachedPaths(page)
  expect(await page.evaluate(() => caches.keys())).toEqual([`reading list at ${base}`])
  const files = offlineListOf(folder).files.map(([path]) => path)
  expect(files.filter((path) => !cached.includes(path))).toEqual([])
  await site.close()

  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  for (const path of files
    .filter((path) => /^(?:papers|topics|tags)\/.|\/$/.test(path))
    .slice(0, 25)) {
    const answer = await page.goto(site.url + path)
    expect(answer?.status(), path).toBe(200)
  }
  await page.goto(`${site.url}search/?q=reward+hackign`)
  await page.locator('[data-result]').first().waitFor()
  await page.goto(`${site.url}about/`)
  await page.keyboard.press('Control+k')
  await page.locator('dialog[open] input[type=search]').fill('honesty')
  await page.locator('dialog [data-result]').first().waitFor()
  await page.goto(`${site.url}suggest/`)
  await page.getByLabel('Title', { exact: true }).fill('A Title')
  await page.locator('[data-findings] li').first().waitFor()
  const again = await serveSite(folder, base, site.port)
  served.push(again)
  await page.goto(`${site.url}desk/`)
  await page.getByRole('button', { name: 'Remove what is kept' }).click()
  await page.getByText('Nothing is kept on this device.').waitFor()
  // Files that this page still loads are not cached again.
  await page.getByRole('button', { name: 'Show a QR code' }).click()
  await page.getByRole('img', { name: 'The link as a QR code' }).waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  expect(errors).toEqual([])
})

test('a new version is announced, files that left the list are deleted, and files of other sites are not cached', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'kept-'))
  cpSync(folder, copy, { recursive: true })
  mkdirSync(join(copy, 'other-site'))
  writeFileSync(join(copy, 'other-site', 'data.json'), '{}')
  const site = await serve(copy)
  const page = await open(`${site.url}desk/`, allow)
  await keep(page)
  await page.evaluate(
    (url) => fetch(url).then((answer) => answer.text()),
    `${base}other-site/data.json?of=me`,
  )
  expect((await cachedPaths(page)).filter((path) => path.startsWith('other'))).toEqual([])
  const gone = 'papers/alignment-for-honesty/'
  expect(await cachedPaths(page)).toContain(gone)

  rmSync(join(copy, gone), { recursive: true })
  writeFileSync(join(copy, 'about', 'index.html'), '<!doctype html><title>New</title><p>New words')
  writeFileSync(join(copy, 'offline.json'), JSON.stringify(offlineListOf(copy)))
  appendFileSync(join(copy, 'sw.js'), '// another version\n')
  await page.goto(site.url)
  await page.getByText('A new version of the list is on this device.').waitFor()
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Show it' }).click(),
  ])
  await expect.poll(() => cachedPaths(page)).not.toContain(gone)
  await site.close()
  await page.goto(`${site.url}about/`)
  expect(await page.locator('p').innerText()).toBe('New words')
  rmSync(copy, { recursive: true })
})
