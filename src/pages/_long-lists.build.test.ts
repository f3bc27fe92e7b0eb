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

// A phone would load a page of megabytes, or papers of a long list would be on no page.

const copy = copyProject('long-list')
const [topic = '', shorter = ''] = loadTopics().map(({ id }) => id)
let pages = new Map<string, BuiltPage>()
beforeAll(async () => {
  for (const [at, made] of [...syntheticEntries(fixtureList, 700)].entries()) {
    const { id, facts, abstract } = made
    // With the papers that the second topic has already, exactly as many as one page may list.
    const topics = at < 250 ? [topic, shorter] : [topic]
    const entry = { facts: { ...facts, topics }, abstract }
    writeFileSync(join(copy, 'content/papers', `${id}.mdx`), writeEntryFile(entry))
  }
  const { code, output } = await runBuild(copy, { env: testedEnvironment('root') })
  expect(code, output).toBe(0)
  pages = new Map(builtPages(join(copy, 'dist')).map((page) => [page.path, page]))
  // This build takes long on a busy machine.
}, 600_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** The papers on the pages below a path, found by following the links to those pages. */
function listedFrom(path: string): string[] {
  const page = pages.get(path)
  if (!page) throw new Error(`Unexpected site without ${path}, expected the page`)
  const hrefs = elementsOf(page, 'main .contents a').map(({ properties }) =>
    String(properties['href']),
  )
  const below = [...new Set(hrefs)].filter((href) => href.startsWith(`/${path}`))
  return [
    ...elementsOf(page, 'main .entries > li').map(({ properties }) =>
      String(properties['dataEntry']),
    ),
    ...below.flatMap((href) => listedFrom(href.slice(1))),
  ]
}
const idsIn = (file: string): string[] =>
  JSON.parse(readFileSync(join(copy, 'dist', file), 'utf8')).papers.map(
    ({ id }: { id: string }) => id,
  )

test.each(['papers', `topics/${topic}`])('every paper of %s is on one of its pages', (list) => {
  expect(elementsOf(pages.get(`${list}/`) as BuiltPage, 'main .entries > li[data-entry]')).toEqual(
    [],
  )
  expect(listedFrom(`${list}/`).sort()).toEqual(idsIn(`${list}.json`).sort())
})

test('a long list leads to its years, and a long year to numbered pages that lead to each other', () => {
  const paths = [...pages.keys()].filter((path) => /^papers\/\d{4}\//.test(path))
  const second = pages.get(paths.find((path) => path.endsWith('/2/')) ?? '')
  if (!second) throw new Error(`Unexpected pages ${paths}, expected a year with two`)
  expect(textOf(second, 'main h1')).toMatch(/^\d{4}, page 2 of \d$/)
  expect(textOf(second, 'main nav')).toMatch(/^Newer: \d{4}, page 1 of \d · Older: \d{4}/)
})

test('no page is heavier than 400 KB', () => {
  const heavy = [...pages.values()].filter(({ html }) => html.length > 400_000)
  expect(heavy.map(({ path, html }) => `${path} ${html.length}`)).toEqual([])
})
