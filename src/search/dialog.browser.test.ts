import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { useBrowser } from '../../scripts/test/browse.ts'

// A reader would open the dialog and lose the focus, the text or the link to all results.

const open = useBrowser()
const dialog = (page: Page) => page.locator('dialog[open]')
const field = (page: Page) => page.locator('dialog input[type=search]')
const onward = (page: Page) => page.locator('dialog [data-all]')
const shown = (page: Page, part: string) => page.locator(`dialog [data-${part}]`)
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('href') ?? document.activeElement?.id)
const hrefs = (page: Page, root: string) =>
  page
    .locator(`${root} [data-results] [data-link]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))

/** Opens the dialog over a page. */
async function reach(path: string, key = 'Control+k'): Promise<Page> {
  const page = await open(path)
  await page.keyboard.press(key)
  await dialog(page).waitFor()
  return page
}
/** Types a query and waits until the dialog names the query that was searched for, with misspellings corrected. */
async function type(page: Page, text: string, said = text) {
  await field(page).fill(text)
  await shown(page, 'total')
    .filter({ hasText: `“${said}”` })
    .waitFor()
}
const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' })

const paths = ['', 'topics/', 'papers/alignment-for-honesty/', 'search/how/', '404.html']

test('`/`, Ctrl-K and Cmd-K open it over every page', async () => {
  for (const [place, path] of paths.entries()) {
    const page = await reach(path, ['/', 'Control+k', 'Meta+k'][place % 3])
    await expect.poll(() => focused(page)).toBe('search-field')
    expect(await field(page).inputValue()).toBe('')
    expect(await shown(page, 'example').count()).toBeGreaterThan(3)
    expect(await onward(page).isVisible()).toBe(false)
  }
})

test.each<[query: string, said?: string]>([
  ['carbon footprint of training'],
  ['reward hackign', 'reward hacking'],
])(
  'for “%s” it shows the first eight results of the search page, and links to all of them',
  async (query, said) => {
    const page = await reach('about/')
    await type(page, query, said)
    const best = await hrefs(page, 'dialog')
    const line = await shown(page, 'total').textContent()
    await onward(page).click()
    await page.waitForURL(`**/search/?${new URLSearchParams({ q: query })}`)
    const whole = page.locator('main [data-total]', { hasText: `“${said ?? query}”` })
    await whole.waitFor()
    expect(best).toEqual((await hrefs(page, 'main')).slice(0, 8))
    expect(best.length).toBeGreaterThan(0)
    expect(await whole.textContent()).toBe(line)
  },
)

test('arrow keys move from the field through the results to the last link', async () => {
  const page = await reach('about/')
  await type(page, 'nash')
  for (const stop of [...(await hrefs(page, 'dialog')), '/search/?q=nash']) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(page)).toBe(stop)
  }
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('search-field')
})

test('a slash focuses the field; Escape empties it, then closes the dialog and restores the focus', async () => {
  const page = await open('about/')
  await page.locator('main a').first().focus()
  const before = await focused(page)
  await page.keyboard.press('/')
  await dialog(page).waitFor()
  await type(page, 'nash')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('/')
  await expect.poll(() => focused(page)).toBe('search-field')
  await page.keyboard.press('End')
  await page.keyboard.type('/md')
  expect(await field(page).inputValue()).toBe('nash/md')
  await page.keyboard.press('Escape')
  expect(await field(page).inputValue()).toBe('')
  await expect.poll(() => focused(page)).toBe('search-field')
  await page.keyboard.press('Escape')
  await closed(page)
  await expect.poll(() => focused(page)).toBe(before)
})

test('Ctrl-K, the button and a click outside close it; a click inside does not', async () => {
  const page = await reach('about/')
  await page.keyboard.press('Control+k')
  await closed(page)
  // If nothing was focused before, a browser removes the focus from the closed dialog in the next frame.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await page.keyboard.press('/')
  await dialog(page).getByRole('button', { name: 'Close' }).click()
  await closed(page)
  await page.keyboard.press('/')
  await shown(page, 'total').click()
  await dialog(page).waitFor()
  await page.mouse.click(5, 600)
  await closed(page)
})

test('it starts with the text of the page’s field, and puts its own text there when it closes', async () => {
  const page = await open('about/')
  const header = page.locator('header input[type=search]')
  await header.fill('nash')
  await page.keyboard.press('Control+k')
  await shown(page, 'total').filter({ hasText: '“nash”' }).waitFor()
  await type(page, 'protein')
  await page.keyboard.press('Control+k')
  await closed(page)
  await expect.poll(() => header.inputValue()).toBe('protein')
  await expect.poll(() => focused(page)).toBe('site-search')
})

test('text typed before it has loaded is kept; if it cannot load, the page’s field is used', async () => {
  const page = await open('about/')
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/dialog.*\.js/, (route) => promise.then(() => route.continue()))
  await page.keyboard.press('/')
  await page.keyboard.type('nash')
  resolve()
  await shown(page, 'total').filter({ hasText: '“nash”' }).waitFor()
  await page.keyboard.type('-md')
  expect(await field(page).inputValue()).toBe('nash-md')

  const other = await open('about/')
  await other.route(/dialog.*\.js/, (route) => route.abort())
  await other.keyboard.press('/')
  await other.keyboard.type('nash')
  await other.keyboard.press('Enter')
  await other.waitForURL('**/search/?q=nash')
  await other.locator('main [data-result]').first().waitFor()
})

test('a corrected query is shown and can be undone, also for the link to all results', async () => {
  const page = await reach('about/')
  await type(page, 'reward hackign', 'reward hacking')
  const instead = shown(page, 'instead')
  expect(await instead.innerText()).toBe(
    'Showing results for reward hacking. Search instead for reward hackign.',
  )
  await instead.locator('a').click()
  await instead.waitFor({ state: 'hidden' })
  await expect.poll(() => focused(page)).toBe('search-field')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search/?q=reward+hackign&spelling=exact')
  await page.locator('main [data-total]', { hasText: 'hackign' }).waitFor()
  expect(await page.locator('main [data-instead]').isVisible()).toBe(false)
})

test('examples and recent queries start a search, and recent queries can be cleared', async () => {
  const page = await reach('about/')
  const [example = ''] = await shown(page, 'example').allInnerTexts()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await shown(page, 'total')
    .filter({ hasText: `“${example}”` })
    .waitFor()
  await expect.poll(() => focused(page)).toBe('search-field')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/search/?q=*')
  await page.goto(`${inject('siteUrl')}about/`)
  await page.keyboard.press('/')
  const recent = shown(page, 'recent')
  await recent.waitFor()
  expect(await recent.locator('a').allInnerTexts()).toEqual([example])
  await dialog(page).getByRole('button', { name: 'Clear these' }).click()
  expect(await recent.isVisible()).toBe(false)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('a screen reader announces the number of papers after a pause in typing', async () => {
  const page = await reach('about/')
  await page.evaluate(() => {
    const heard: (string | null)[] = []
    const voice = document.querySelector('dialog [role=status]')
    if (voice)
      new MutationObserver(() => heard.push(voice.textContent)).observe(voice, { childList: true })
    Object.assign(window, { heard })
  })
  const welcome = expect.stringMatching(/papers to search$/)
  await expect.poll(() => page.evaluate('heard')).toEqual([welcome])
  // In the page itself, so that a busy machine makes no pause of its own between the keys.
  await field(page).evaluate(async (input: HTMLInputElement) => {
    for (const text of ['n', 'na', 'nas', 'nash']) {
      input.value = text
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })
  await shown(page, 'total').filter({ hasText: '“nash”' }).waitFor()
  const line = await shown(page, 'total').textContent()
  await expect.poll(() => page.evaluate('heard')).toEqual([welcome, line])
})

test('it works below a base path', async () => {
  const page = await open('robots.txt')
  await page.goto(`${inject('basedSiteUrl')}about/`)
  await page.keyboard.press('/')
  await dialog(page).waitFor()
  await type(page, 'honesty')
  expect((await hrefs(page, 'dialog'))[0]).toMatch(/^\/reading-list\/papers\/[^/]+\/$/)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/reading-list/search/?q=honesty')
})
