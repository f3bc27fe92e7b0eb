import { toString as textOf } from 'hast-util-to-string'
import { expect, inject, test } from 'vitest'
import { builtPages, elementsOf } from '../../scripts/test/built-pages.ts'
import { loadEntries, loadPaths } from '../content/read.ts'

// A reader would not find a paper under its topic, tag or path.

const pages = new Map(builtPages(inject('siteFolder')).map((page) => [page.path, page]))
const entries = loadEntries()
const on = (path: string, selector: string) =>
  elementsOf(pages.get(path) ?? expect.fail(`There is no ${path}`), selector)
const hrefsOn = (path: string, selector: string) =>
  on(path, selector).map(({ properties }) => String(properties['href']))
const linksOf = new Map(entries.map(({ id }) => [id, hrefsOn(`papers/${id}/`, 'main a')]))

test('a list also gives the year of the first version if the venue has a different one', () => {
  const sources = on('papers/', 'main .entries .entry-source').map((item) => textOf(item))
  const missing = entries.filter(({ venue, published = '' }) => {
    const year = published.slice(0, 4)
    const differ = venue !== undefined && !venue.includes(year)
    return venue && sources.some((text) => text.includes(`${year} · ${venue}`)) !== differ
  })
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('the list, each topic and each tag have exactly their papers, and each paper links to them', () => {
  const shelves = [...pages.keys()].flatMap((path) => {
    const [, kind, name = ''] = /^(topics|tags)\/([^/]+)\/$/.exec(path) ?? []
    return kind === 'topics' || kind === 'tags' ? [{ path, kind, name } as const] : []
  })
  const papersOn = (path: string) =>
    [...new Set(hrefsOn(path, 'main ol a[href^="/papers/"], main ul a[href^="/papers/"]'))]
      .map((href) => href.split('/')[2] ?? '')
      .filter(Boolean)
      .sort()
  expect(papersOn('papers/')).toEqual(entries.map(({ id }) => id).sort())
  for (const { path, kind, name } of shelves) {
    const filed = entries.filter((entry) => entry[kind]?.includes(name)).map(({ id }) => id)
    expect(papersOn(path), path).toEqual(filed.sort())
    for (const id of filed) expect(linksOf.get(id), id).toContain(`/${path}`)
  }
  const named = new Set(entries.flatMap(({ topics = [], tags = [] }) => [...topics, ...tags]))
  expect([...named].filter((name) => !shelves.some((shelf) => shelf.name === name))).toEqual([])
})

test('a reading path lists its steps in order, and each paper says which step it is', () => {
  for (const { id, name, steps } of loadPaths()) {
    expect(hrefsOn(`paths/${id}/`, 'main .entry-title a')).toEqual(
      steps.map(({ paper }) => `/papers/${paper}/`),
    )
    for (const [at, { paper }] of steps.entries()) {
      const words = on(`papers/${paper}/`, '.on-paths li').map((item) => textOf(item))
      expect(words.join('\n'), paper).toContain(`Step ${at + 1} of ${steps.length} on ${name}`)
      const next = steps[at + 1]?.paper
      if (next) expect(linksOf.get(paper)).toContain(`/papers/${next}/`)
    }
    expect(hrefsOn('paths/', 'main a')).toContain(`/paths/${id}/`)
  }
})
