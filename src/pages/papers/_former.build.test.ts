import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSite, copyProject } from '../../../scripts/build/build-site.ts'
import { all, attributeOf, builtPages, textOf } from '../../../scripts/test/built-pages.ts'
import { testedEnvironment } from '../../../scripts/test/tested-site.ts'
import { entryPaths } from '../../content/read.ts'

// A citation of the old address, a bookmark, a feed reader: none of them hears of a rename.

const renamed = 'alignment-for-honesty'
let withdrawn = ''
let copy = ''

beforeAll(async () => {
  copy = copyProject(`former-${process.pid}`)
  const path = (id: string) => join(copy, 'content', 'papers', `${id}.mdx`)
  const addFacts = (id: string, facts: string) => {
    const source = readFileSync(path(id), 'utf8')
    writeFileSync(path(id), source.replace(/^(added: .*\n)/m, `$1${facts}`))
  }
  addFacts(renamed, 'formerIds: [honesty-first, honesty-second]\n')
  withdrawn = unmentionedEntry(copy)
  addFacts(
    withdrawn,
    'withdrawn:\n  date: 2026-02-01\n  reason: The authors took the paper back.\n',
  )
  await buildSite(copy, { env: testedEnvironment('path') })
}, 300_000)
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** An entry that no topic page mentions, because a mention would stop the build. */
function unmentionedEntry(project: string): string {
  const topics = join(project, 'content', 'topics')
  const text = readdirSync(topics)
    .map((name) => readFileSync(join(topics, name), 'utf8'))
    .join('')
  const ids = entryPaths(join(project, 'content', 'papers')).map((path) =>
    path.replace(/^.*\/|\.mdx$/g, ''),
  )
  return ids.find((id) => !text.includes(id)) ?? ''
}

const built = (path: string) => readFileSync(join(copy, 'dist', path), 'utf8')

test('a former address leads to the page, and its files are still there', () => {
  const pages = builtPages(join(copy, 'dist'))
  for (const former of ['honesty-first', 'honesty-second']) {
    const page = pages.find(({ path }) => path === `papers/${former}/`)
    if (!page) throw new Error(`Unexpected site without papers/${former}/, expected a redirect`)
    const target = `/reading-list/papers/${renamed}/`
    expect(attributeOf(page, 'meta[http-equiv=refresh]', 'content')).toBe(`0; url=${target}`)
    expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
    expect(all(page, 'main a').map(({ properties }) => properties['href'])).toEqual([target])
    expect(built(`papers/${former}.bib`)).toBe(built(`papers/${renamed}.bib`))
  }
})

test('a renamed entry keeps its citation key and its place in feeds', () => {
  expect(built(`papers/${renamed}.bib`)).toMatch(/^@\w+\{yang2023honesty,/)
  expect(built('feed.xml')).toMatch(/<id>tag:[^<]*\/papers\/honesty-first\/<\/id>/)
  expect(built('feed.xml')).toContain(`/reading-list/papers/${renamed}/"`)
})

test('a withdrawn entry leaves a page that says why, and leaves every list', () => {
  const pages = builtPages(join(copy, 'dist'))
  const page = pages.find(({ path }) => path === `papers/${withdrawn}/`)
  if (!page) throw new Error(`Unexpected site without papers/${withdrawn}/, expected a tombstone`)
  expect(textOf(page, 'main')).toContain(
    'This paper was taken off the list on 1 February 2026: The authors took the paper back.',
  )
  expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
  for (const file of [
    'papers.json',
    'papers.bib',
    'feed.xml',
    'sitemap.xml',
    'papers/index.html',
  ]) {
    expect(built(file)).not.toContain(`papers/${withdrawn}`)
  }
})
