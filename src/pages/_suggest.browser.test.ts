import { readFileSync, writeFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { checkContent } from '../../scripts/check/check-content.ts'
import {
  accessibilityProblemsOn,
  collectPageProblems,
  layoutShiftOn,
  smallControls,
  useBrowser,
  viewports,
} from '../../scripts/test/browse.ts'
import { loadEntries } from '../content/read.ts'
import { attacksIn } from '../rules/fixtures/attacks.ts'

// A contributor would send a file that the check refuses, or lose what they wrote. A curator would get something hostile.

const open = useBrowser()

const openForm = (options?: BrowserContextOptions) => open('suggest/', options)
const field = (page: Page, name: string) => page.locator(`#suggest [name="${name}"]`)
const textIn = (page: Page, name: string) => field(page, name).inputValue()
const message = (page: Page, name: string) => page.locator(`#suggest [data-message="${name}"]`)

/** The address of a link. */
const target = async (page: Page, name: string) =>
  new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '')

/** Acts on the form and waits until it shows the result. */
async function answered(page: Page, act: () => Promise<unknown>): Promise<void> {
  await act()
  await page.locator('#suggest:not([aria-busy])').waitFor()
}

const press = (page: Page, name: string) =>
  answered(page, () => page.getByRole('button', { name }).click())

const type = (page: Page, name: string, text: string) =>
  answered(page, () => field(page, name).fill(text))

const paste = async (page: Page, text: string) => {
  await field(page, 'paste').fill(text)
  await press(page, 'Fill in the fields')
}

/** The rules with findings in the form. */
async function rulesOn(page: Page): Promise<string[]> {
  const findings = await page.locator('[data-findings] li').allInnerTexts()
  return findings.map(
    (text) => /\(([\w-]+)\)(?: See that entry\.)?$/.exec(text.trim())?.[1] ?? text,
  )
}

/** The findings of the check in a file. */
function checked(source: string): string[] {
  const path = '.cache/suggested.mdx'
  writeFileSync(path, source)
  return checkContent({ targets: [path] }).findings.map(({ message }) => message)
}

const bibtex = String.raw`@inproceedings{erdos2025,
  title = {{GrunRM}: Ties that {H}elp Reward Models},
  author = {Erd{\H o}s, P{\'a}l and Li, Wei},
  booktitle = {Proceedings of the 63rd Annual Meeting of the Association for Computational Linguistics},
  year = 2025, eprint = {2502.01234}, archivePrefix = {arXiv},
  abstract = {Human annotators often find two answers equally good, and such judgements are thrown away. We show that ties between answers carry a useful signal for reward models. Our model, GrunRM$^2$, learns from them and agrees with people on 71\% of three preference sets, against 64\% for the strongest baseline. Code is at https://github.com/example/grunrm.}
}`
const claim =
  'A reward model that keeps ties agrees with people more often than one that drops them.'

/** Fills in a whole entry as a contributor would. */
async function writeEntry(page: Page): Promise<void> {
  await paste(page, bibtex)
  await type(page, 'claim', claim)
  await field(page, 'abstract').evaluate((area) => {
    if (!(area instanceof HTMLTextAreaElement)) return
    const at = area.value.indexOf('ties between')
    area.setSelectionRange(at, area.value.indexOf('. Our model'))
  })
  await press(page, 'Use the words selected in the abstract')
  await answered(page, () =>
    page.locator('input[name=topics][value=preference-optimization]').check(),
  )
  await answered(page, () => page.locator('input[name=kind][value=method]').check())
  await type(page, 'names', 'GrunRM²')
  await page.locator('[data-suggestions] button').first().waitFor()
  await answered(page, () =>
    page.locator('[data-suggestions] button[data-tag=reward-model]').click(),
  )
  expect(await textIn(page, 'file')).toContain('tags: [reward-model]')
}

test('a pasted paper becomes exactly this file, and the check accepts it', async () => {
  const page = await openForm()
  await writeEntry(page)
  const source = await textIn(page, 'file')
  expect(source).toBe(`---
title: "GrunRM: Ties that Help Reward Models"
authors: [Pál Erdős, Wei Li]
published: 2025-02
paper: https://arxiv.org/abs/2502.01234
venue: ACL 2025
topics: [preference-optimization]
kind: [method]
names: [GrunRM²]
tags: [reward-model]
links:
  code: https://github.com/example/grunrm
claim: ${claim}
evidence: "ties between answers carry a useful signal for reward models"
added: ${new Date().toISOString().slice(0, 10)}
---

Human annotators often find two answers equally good, and such judgements are thrown away. We show that ties between answers carry a useful signal for reward models. Our model, GrunRM², learns from them and agrees with people on 71% of three preference sets, against 64% for the strongest baseline. Code is at [https://github.com/example/grunrm](https://github.com/example/grunrm).
`)
  expect(await message(page, 'verdict').innerText()).toBe(
    'Nothing left to fix: content/papers/grunrm-ties-that-help-reward-models.mdx is ready.',
  )
  expect(checked(source)).toEqual([])
  const reasons = await page.locator('[data-reason]:not(:empty)').allInnerTexts()
  expect(reasons.join('\n')).toMatch(/^Likely: shares .*; near “/m)
  expect(await page.locator('[data-preview] mark').innerText()).toBe(
    'ties between answers carry a useful signal for reward models',
  )
  const { pathname, searchParams } = await target(page, 'Propose on GitHub')
  expect(pathname).toMatch(/^\/[\w-]+\/[\w-]+\/new\/main$/)
  expect([...searchParams]).toEqual([
    ['filename', 'content/papers/grunrm-ties-that-help-reward-models.mdx'],
    ['value', source],
    ['message', 'Add GrunRM: Ties that Help Reward Models'],
    ['description', 'Suggested with the form of the site.'],
  ])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download it' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('grunrm-ties-that-help-reward-models.mdx')
  expect(readFileSync(await saved.path(), 'utf8')).toBe(source)

  // The draft is there after a reload, until it is cleared.
  await answered(page, () => page.reload())
  expect(await textIn(page, 'file')).toBe(source)
  expect(await page.locator('input[name=topics]:checked').count()).toBe(1)
  await press(page, 'Clear the draft')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.reload()
  expect(await textIn(page, 'title')).toBe('')
  expect(await message(page, 'verdict').innerText()).toBe('Nothing is written yet.')
})

test('the fields are filled in when somebody pastes, without a button', async () => {
  const page = await openForm({ permissions: ['clipboard-read', 'clipboard-write'] })
  await page.evaluate(() => navigator.clipboard.writeText('https://arxiv.org/abs/2502.01234v2'))
  await field(page, 'paste').focus()
  await answered(page, () => page.keyboard.press('Control+V'))
  await message(page, 'paste').getByText('Please paste the title and the abstract').waitFor()
  expect(await textIn(page, 'paper')).toBe('https://arxiv.org/abs/2502.01234')
  expect(await textIn(page, 'published')).toBe('2025-02')

  await page.evaluate(() => navigator.clipboard.writeText('two megabytes '.repeat(150_000)))
  await page.keyboard.press('Control+V')
  await message(page, 'paste').getByText('this is more than 64 KB').waitFor()
  expect(await textIn(page, 'paste')).toBe('https://arxiv.org/abs/2502.01234v2')
})

test('text that is typed while the rules load is not lost; if they fail to load, the form says so and tries again', async () => {
  const page = await openForm()
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/known.json', (route) => promise.then(() => route.continue()))
  await field(page, 'title').fill('A Title of No Other Paper')
  await field(page, 'paste').fill('https://arxiv.org/abs/2502.01234')
  await page.getByRole('button', { name: 'Fill in the fields' }).click()
  resolve()
  await expect.poll(() => textIn(page, 'paper')).toBe('https://arxiv.org/abs/2502.01234')
  expect(await textIn(page, 'title')).toBe('A Title of No Other Paper')

  await page.unroute('**/known.json')
  await page.route('**/known.json', (route) => route.abort())
  await answered(page, () => page.reload())
  expect(await message(page, 'verdict').innerText()).toMatch(/^The rules could not be loaded/)
  await page.unroute('**/known.json')
  await type(page, 'title', 'Another Title')
  expect(await message(page, 'verdict').innerText()).toMatch(/^\d+ findings/)

  // The rules are loaded as soon as somebody comes to the form. Loading may fail before anything is written.
  const fresh = await openForm()
  await fresh.route(
    ({ href }) => href.includes('worker'),
    (route) => route.abort(),
  )
  const failed = fresh.waitForEvent('requestfailed')
  await field(fresh, 'title').focus()
  await failed
  await type(fresh, 'title', 'A Title')
  expect(await message(fresh, 'verdict').innerText()).toMatch(/^The rules could not be loaded/)
})

test('a search without results passes its query to the form, but never replaces a draft', async () => {
  const page = await open('suggest/?paper=KTO')
  await expect.poll(() => textIn(page, 'title')).toBe('KTO')
  await answered(page, () => page.goto(page.url().replace('KTO', 'ORPO')))
  expect(await textIn(page, 'title')).toBe('KTO')
})

test('an entry too long for an address is copied, and GitHub opens without it', async () => {
  const page = await openForm({ permissions: ['clipboard-read', 'clipboard-write'] })
  await page.context().route('https://github.com/**', (route) => route.fulfill({ body: '' }))
  await writeEntry(page)
  const abstract = await textIn(page, 'abstract')
  await type(page, 'abstract', `${abstract} ${'We also look at längere Wörter. '.repeat(200)}`)
  const link = page.getByRole('link', { name: 'Copy the file and open GitHub' })
  expect(await link.getAttribute('href')).not.toMatch(/value=/)
  expect(await message(page, 'done').innerText()).toMatch(/too long for an address/)
  await link.click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await textIn(page, 'file'))

  // The file does not have the latest change yet.
  await field(page, 'claim').evaluate((area) => {
    if (area instanceof HTMLTextAreaElement) area.value = 'Ties carry a useful signal.'
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
    document.querySelector<HTMLElement>('[data-action=copy]')?.click()
  })
  expect(await message(page, 'done').innerText()).toMatch(/^One moment/)
})

test('a finding is shown beside its field with the name of the rule, and can be reached by keyboard', async () => {
  const page = await openForm()
  await writeEntry(page)
  await page.locator('.more summary').click()
  await type(page, 'code', 'javascript:alert(1)')
  await field(page, 'code').blur()
  expect(await rulesOn(page)).toEqual(['safe-address'])
  const note = page.locator('#suggest-code-note')
  await expect.poll(() => note.getAttribute('class')).toMatch(/\bwrong\b/)
  expect(await note.innerText()).toMatch(/^Unexpected .*\(safe-address\)$/s)
  expect(await field(page, 'code').getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator('[data-action=propose]').getAttribute('aria-disabled')).toBe('true')
  await page.locator('[data-findings] button').first().focus()
  await page.keyboard.press('Enter')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  await expect.poll(focused).toBe('code')
  await type(page, 'code', 'https://github.com/example/grunrm')
  await page.keyboard.press('Enter')
  await type(page, 'venue', 'ACL 2025')
  expect(await textIn(page, 'code')).toBe('https://github.com/example/grunrm')
  expect(await rulesOn(page)).toEqual([])
})

const attempts = attacksIn(readFileSync('src/rules/fixtures/attacks.txt', 'utf8')).filter(
  (_, place) => place % 2 === 0,
)
const evil = `<script>globalThis.canary = 1</script><img src="x" onerror="globalThis.canary = 1"> {globalThis.canary = 1} [go](javascript:alert(1)) <iframe src="https://evil.example/"></iframe> <svg onload="alert(1)">`

test('a hostile file does nothing and is refused by the same rule as in the check; hostile text in a field stays text', async () => {
  const page = await openForm()
  const faults = collectPageProblems(page)
  const wrong: string[] = []
  for (const { row, source, outcome } of attempts) {
    await type(page, 'file', source)
    const rules = await rulesOn(page)
    if (outcome !== 'inert' && !rules.includes(outcome)) wrong.push(`${row}: ${rules.join()}`)
    if (outcome !== 'inert' && (await page.locator('[data-preview]').isVisible()))
      wrong.push(`${row} is shown`)
  }
  expect(wrong).toEqual([])
  expect(attempts.length).toBeGreaterThan(50)
  await page.getByRole('button', { name: 'Discard this text' }).click()
  for (const name of ['title', 'abstract', 'claim', 'evidence', 'tags', 'paper']) {
    await type(page, name, evil)
    const bad = 'script, iframe, svg, img, [onerror], [onload], a[href^="javascript" i]'
    expect(await page.locator('#suggest').locator(bad).count(), name).toBe(0)
  }
  expect(faults).toEqual([])
  expect(await page.evaluate(() => Reflect.get(globalThis, 'canary'))).toBeUndefined()
})

const entries = loadEntries()
const [{ id = '', title = '', paper = '' } = {}] = entries.filter((entry) =>
  entry.paper?.startsWith('https://arxiv.org/'),
)

test('a paper that is on the list already is recognised at once, with a link to its entry', async () => {
  const page = await openForm()
  for (const words of [paper, title, title.replace(/[aeiou]/, '')]) {
    await press(page, 'Clear the draft')
    await paste(page, words)
    expect(await rulesOn(page), words).toContain('one-paper-one-entry')
    const links = page.locator('[data-duplicates] a, [data-findings] a')
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(hrefs, words).toEqual([`/papers/${id}/`, `/papers/${id}/`])
  }
})

test('a pasted paper is never mixed with a draft of a different one', async () => {
  const page = await openForm()
  await paste(page, bibtex)
  const other = '@misc{b, title={Quite Another Paper}, eprint={2402.01306}, author={Doe, Jane}}'
  await paste(page, other)
  expect(await message(page, 'paste').innerText()).toMatch(
    /^This is a different paper from the one in the draft/,
  )
  expect(await textIn(page, 'title')).toMatch(/^GrunRM/)
  await press(page, 'Start a new draft with it')
  expect(await textIn(page, 'title')).toBe('Quite Another Paper')
  for (const name of ['abstract', 'venue', 'code']) expect(await textIn(page, name)).toBe('')
  await paste(page, bibtex)
  await press(page, 'Keep the rest')
  expect(await textIn(page, 'title')).toMatch(/^GrunRM/)
})

test('nothing moves while the page loads; the file can be edited by hand, and the fields restored', async () => {
  const page = await openForm()
  await page.waitForLoadState('networkidle')
  expect(await layoutShiftOn(page)).toBeLessThan(0.01)
  await writeEntry(page)
  const source = await textIn(page, 'file')
  await type(page, 'file', source.replace('title: "GrunRM: Ties', 'title: GrunRM: Ties'))
  expect(await rulesOn(page)).toEqual(['frontmatter-syntax'])
  await press(page, 'Discard this text')
  expect(await textIn(page, 'file')).toBe(source)
  expect(await rulesOn(page)).toEqual([])
})

test('without scripts the page shows a whole entry, the steps and the link to GitHub', async () => {
  const page = await open('suggest/', { javaScriptEnabled: false })
  expect(await page.locator('#suggest').isVisible()).toBe(false)
  const example = await page.locator('pre.file').innerText()
  const { id } = entries.find(({ title }) => example.includes(JSON.stringify(title))) ?? {}
  const whole = readFileSync(`content/papers/${id}.mdx`, 'utf8').trim()
  // `asks` is left out, because a curator writes it.
  expect(example.trim()).toBe(whole.replace(/^asks:\n(?: {2}- .*\n)+/m, ''))
  expect(await page.locator('.by-hand > li').count()).toBe(5)
  const { searchParams } = await target(page, 'Open a new file on GitHub')
  expect(searchParams.get('filename')).toBe('content/papers/the-title.mdx')
  expect(searchParams.get('value')?.trim()).toBe(example.trim())
})

test('a form with findings, suggestions and a preview is accessible, and fits a phone and a finger', async () => {
  const page = await openForm({ viewport: viewports.phone, hasTouch: true })
  await writeEntry(page)
  await type(page, 'claim', 'It works. '.repeat(30))
  await field(page, 'claim').blur()
  await page.locator('.more summary').click()
  const controls = ['button', 'summary', '.action', 'textarea', 'input[type=text]', 'label.tick']
  const inForm = controls.map((control) => `#suggest ${control}`).join()
  expect(await smallControls(page, inForm)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await accessibilityProblemsOn(page)).toEqual([])
})

test('every paper’s page links to its file and to a report that names it', async () => {
  const page = await open(`papers/${id}/`)
  const edit = await target(page, 'Edit this entry')
  expect(edit.pathname).toMatch(new RegExp(`/edit/main/content/papers/${id}\\.mdx$`))
  const { pathname, searchParams } = await target(page, 'report a mistake')
  expect(pathname).toMatch(/\/issues\/new$/)
  expect([...searchParams]).toEqual([
    ['template', 'correct.yml'],
    ['title', `Correct: ${title}`],
    ['entry', `https://list.example/papers/${id}/`],
  ])
})
