import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { attributeOf, builtPages, elementsOf, textOf } from '../../scripts/test/built-pages.ts'
import { edgeCases, namedTitles } from '../../scripts/test/fixtures/edge-cases.ts'
import { listChanges } from '../../scripts/test/tested-site.ts'

// Citations, bookmarks and feed readers still use the old address after a rename.

const { renamed, formerIds, withdrawn, reason } = listChanges
const folder = inject('basedSiteFolder')
const pages = builtPages(folder)
const pageOf = (path: string, site = pages) =>
  site.find((page) => page.path === path) ?? expect.fail(`There is no ${path}`)
const built = (path: string) => readFileSync(join(folder, path), 'utf8')

test('every entry that passes the check is built, whatever its title', () => {
  const headings = new Set(
    pages
      .filter(({ path }) => path.startsWith('papers/'))
      .map((page) => textOf(page, 'main h1')?.replace(/[αβχ]/gu, '')),
  )
  const titles = namedTitles.map((title) => title.replace(/\$[^$]*\$/, '').replace(/\s+/g, ' '))
  expect(titles.filter((title) => !headings.has(title))).toEqual([])
  const paths = new Set(pages.map(({ path }) => path))
  const there = [...edgeCases().keys()].filter((id) => paths.has(`papers/${id}/`))
  expect(there.length).toBeGreaterThan(50)
})

test('a former address redirects to the page, and its files still exist', () => {
  for (const former of formerIds) {
    const page = pageOf(`papers/${former}/`)
    const target = `/reading-list/papers/${renamed}/`
    expect(attributeOf(page, 'meta[http-equiv=refresh]', 'content')).toBe(`0; url=${target}`)
    expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
    expect(elementsOf(page, 'main a').map(({ properties }) => properties['href'])).toEqual([target])
    expect(built(`papers/${former}.bib`)).toBe(built(`papers/${renamed}.bib`))
  }
})

test('a renamed entry keeps its citation key and its place in feeds', () => {
  expect(built(`papers/${renamed}.bib`)).toMatch(/^@\w+\{yang2023honesty,/)
  const feed = built('topics/honesty-grounding/feed.xml')
  expect(feed).toMatch(/<id>tag:[^<]*\/papers\/honesty-first\/<\/id>/)
  expect(feed).toContain(`/reading-list/papers/${renamed}/"`)
})

test('a withdrawn entry has a page that says why, and is on no list', () => {
  const page = pageOf(`papers/${withdrawn}/`)
  expect(textOf(page, 'main')).toContain(
    `This paper was taken off the list on 1 February 2026: ${reason}`,
  )
  expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
  for (const file of ['papers.json', 'papers.bib', 'feed.xml', 'sitemap.xml', 'papers/index.html'])
    expect(built(file)).not.toContain(`papers/${withdrawn}`)
})

test('a long list of authors is folded; references have the family name that the entry gives', () => {
  const page = built('papers/language-models/index.html')
  expect(page).toMatch(/<details class="more-authors">\s*<summary>and 290 others<\/summary>/)
  expect(page.match(/<bdi>Ada Case\w+<\/bdi>/g)).toHaveLength(300)
  expect(built('papers/llm-alignment/index.html')).toContain('<bdi>Mohammad Gheshlaghi Azar</bdi>')
  expect(built('papers/llm-alignment.bib')).toContain('Gheshlaghi Azar, Mohammad')
})

test('a configured newsletter has a plain form, which the security policy allows', () => {
  const page = pageOf('new/')
  const bare = pageOf('new/', builtPages(inject('siteFolder')))
  const policy = 'meta[http-equiv=Content-Security-Policy]'
  expect(attributeOf(page, 'form.newsletter[method=post]', 'action')).toBe(listChanges.newsletter)
  expect(attributeOf(page, 'form.newsletter input[type=email]', 'name')).toBe('address')
  expect(attributeOf(page, policy, 'content')).toMatch(
    /form-action 'self' https:\/\/mail\.example(?:;|$)/,
  )
  expect(elementsOf(bare, '.newsletter, input[type=email]')).toEqual([])
  expect(attributeOf(bare, policy, 'content')).toMatch(/form-action 'self'(?:;|$)/)
})
