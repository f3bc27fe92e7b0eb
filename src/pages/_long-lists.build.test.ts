import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { syntheticEntries } from '../../scripts/bench/synthetic-entries.ts'
import { copyProject, runBuild } from '../../scripts/build/build-site.ts'
import { type BuiltPage, builtPages, elementsOf, textOf } from '../../scripts/test/built-pages.ts'
import { testedEnvironment } from '../../scripts/test/tested-site.ts'
import { fixtureList } from '../content/fixtures/list.ts'
import { loadTopics } from '../content/read.ts'
import { writeEntryFile } from '../text/entry-writer.ts'

// A phone would load megabytes, or some papers of a long list would be on no page.

const copy = copyProject('long-list')
const [topic = '', shorter = ''] = loadTopics().map(({ id }) => id)
let pages = new Map<string, BuiltPage>()
beforeAll(async () => {
  for (const [at, made] of [...syntheticEntries(fixtureList, 700)].entries()) {
    const { id, facts, abstract } = made
    // Together with its own papers, the second topic has exactly as many as one page may list.
    const topics = at < 250 ? [topic, shorter] : [topic]
    const entry = { facts: { ...facts, topics }, abstract }
    writeFileSync(join(copy, 'content/papers', `${id}.mdx`), writeEntryFile(entry))
  }
  const { code, output } = await runBuild(copy, { env: testedEnvironment('root') })
  expect(code, output).toBe(0)
  pages = new Map(builtPages(join(copy, 'dist')).map((page) => [page.path, page]))
  // The build is slow on a busy machine.
}, 600_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const pageOf = (path: string) => pages.get(path) ?? expect.fail(`There is no ${path}`)
const entriesOn = (page: BuiltPage) =>
  elementsOf(page, 'main .entries > li').map(({ properties }) => String(properties['dataEntry']))

/** The papers on the pages below a path, found by following the links to those pages. */
function listedFrom(path: string): string[] {
  const page = pageOf(path)
  const links = elementsOf(page, 'main .contents a')
  const hrefs = new Set(links.map(({ properties }) => String(properties['href'])))
  const below = [...hrefs].filter((href) => href.startsWith(`/${path}`))
  return [...entriesOn(page), ...below.flatMap((href) => listedFrom(href.slice(1)))]
}

test.each(['papers', `topics/${topic}`])('every paper of %s is on one of its pages', (list) => {
  expect(entriesOn(pageOf(`${list}/`))).toEqual([])
  const { papers } = JSON.parse(readFileSync(join(copy, 'dist', `${list}.json`), 'utf8'))
  const ids = papers.map(({ id }: { id: string }) => id)
  expect(listedFrom(`${list}/`).sort()).toEqual(ids.sort())
})

test('a long list links to its years, and the pages of a long year are numbered and link to each other', () => {
  const paths = [...pages.keys()].filter((path) => /^papers\/\d{4}\//.test(path))
  const second = pageOf(paths.find((path) => path.endsWith('/2/')) ?? 'second page of a year')
  expect(textOf(second, 'main h1')).toMatch(/^\d{4}, page 2 of \d$/)
  expect(textOf(second, 'main nav')).toMatch(/^Newer: \d{4}, page 1 of \d · Older: \d{4}/)
})

test('no page is larger than 400 KB', () => {
  const heavy = [...pages.values()].filter(({ html }) => html.length > 400_000)
  expect(heavy.map(({ path, html }) => `${path} ${html.length}`)).toEqual([])
})
