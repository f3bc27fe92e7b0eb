import { toString as textOf } from 'hast-util-to-string'
import { expect, inject, test } from 'vitest'
import { builtPages, elementsOf } from '../../scripts/test/built-pages.ts'
import { entryPaths, loadEntryFile, loadPaths } from '../content/read.ts'
import { entryFacts } from '../model/entry.ts'

// A reader would look for a paper on its shelf and not find it.

const pages = new Map(builtPages(inject('siteFolder')).map((page) => [page.path, page]))
const entries = entryPaths('content/papers').map((path) => {
  const { id, frontMatter } = loadEntryFile(path)
  return { id, facts: entryFacts.parse(frontMatter.values) }
})

/** Where the main part of a page links to; nowhere when there is no such page. */
function linksOf(path: string): Set<string> {
  const page = pages.get(path)
  if (!page) return new Set()
  return new Set(
    elementsOf(page, 'main a[href]').map(({ properties }) => String(properties['href'])),
  )
}

test('all papers are on the page of all papers', () => {
  const links = linksOf('papers/')
  expect(entries.filter(({ id }) => !links.has(`/papers/${id}/`))).toEqual([])
  expect(entries.length).toBeGreaterThanOrEqual(98)
})

test('a list names the year of the first version, too, where the venue has another one', () => {
  const page = pages.get('papers/')
  const sources = page
    ? elementsOf(page, 'main .entries .entry-source').map((item) => textOf(item))
    : []
  const missing = entries.filter(({ facts: { venue, published = '' } }) => {
    const year = published.slice(0, 4)
    const both = `${year} · ${venue}`
    const differ = venue && year && !venue.includes(year)
    return venue && sources.some((text) => text.includes(both)) !== Boolean(differ)
  })
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('a topic’s and a tag’s page list their papers and no others, and each paper leads to them', () => {
  const shelves = [...pages.keys()].flatMap((path) => {
    const [, kind, name = ''] = /^(topics|tags)\/([^/]+)\/$/.exec(path) ?? []
    return kind === 'topics' || kind === 'tags' ? [{ path, kind, name } as const] : []
  })
  expect(shelves.length).toBeGreaterThan(20)
  for (const { path, kind, name } of shelves) {
    const filed = entries.filter(({ facts }) => facts[kind]?.includes(name)).map(({ id }) => id)
    const page = pages.get(path) ?? expect.fail()
    const listed = elementsOf(page, 'main ol a[href^="/papers/"], main ul a[href^="/papers/"]')
      .map(({ properties }) => String(properties['href']).split('/')[2])
      .filter(Boolean)
    expect([...new Set(listed)].sort(), path).toEqual(filed.sort())
    expect(filed.filter((id) => !linksOf(`papers/${id}/`).has(`/${path}`))).toEqual([])
  }
  const named = new Set(
    entries.flatMap(({ facts: { topics = [], tags = [] } }) => [...topics, ...tags]),
  )
  expect([...named].filter((name) => !shelves.some((shelf) => shelf.name === name))).toEqual([])
})

test('a reading path lists its steps in their order, and each paper says where it stands there', () => {
  const paths = loadPaths()
  for (const { id, name, steps } of paths) {
    const page = pages.get(`paths/${id}/`)
    const listed = page
      ? elementsOf(page, 'main .entry-title a').map(({ properties }) => properties['href'])
      : []
    expect(listed).toEqual(steps.map(({ paper }) => `/papers/${paper}/`))
    for (const [at, { paper }] of steps.entries()) {
      const paperPage = pages.get(`papers/${paper}/`)
      const words = paperPage
        ? elementsOf(paperPage, '.on-paths li').map((item) => textOf(item))
        : []
      expect(words.join('\n'), paper).toContain(`Step ${at + 1} of ${steps.length} on ${name}`)
      const next = steps[at + 1]?.paper
      if (next) expect(linksOf(`papers/${paper}/`).has(`/papers/${next}/`)).toBe(true)
    }
    expect(linksOf('paths/').has(`/paths/${id}/`)).toBe(true)
  }
  expect(
    new Set(paths.flatMap(({ steps }) => steps.map(({ paper }) => paper))).size,
  ).toBeGreaterThan(50)
})
