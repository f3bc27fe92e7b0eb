import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { attributeOf, builtPages, elementsOf, textOf } from '../../scripts/test/built-pages.ts'
import { edgeCases, namedTitles } from '../../scripts/test/fixtures/edge-cases.ts'
import { changes } from '../../scripts/test/tested-site.ts'

// A citation of the old address, a bookmark, a feed reader: none of them hears of a rename.

const { renamed, formerIds, withdrawn, reason } = changes
const folder = inject('basedSiteFolder')
const pages = builtPages(folder)

const built = (path: string) => readFileSync(join(folder, path), 'utf8')

test('every entry that passes the check is built, whatever its title', () => {
  const headings = new Set(
    pages
      .filter(({ path }) => path.startsWith('papers/'))
      .map((page) => textOf(page, 'main h1')?.replace(/[αβχ]/gu, '')),
  )
  const absent = namedTitles
    .map((title) => title.replace(/\$[^$]*\$/, '').replace(/\s+/g, ' '))
    .filter((title) => !headings.has(title))
  expect(absent).toEqual([])
  const built = [...edgeCases().keys()].filter((id) =>
    pages.some(({ path }) => path === `papers/${id}/`),
  )
  expect(built.length).toBeGreaterThan(50)
})

test('a former address leads to the page, and its files are still there', () => {
  for (const former of formerIds) {
    const page = pages.find(({ path }) => path === `papers/${former}/`)
    if (!page) throw new Error(`Unexpected site without papers/${former}/, expected a redirect`)
    const target = `/reading-list/papers/${renamed}/`
    expect(attributeOf(page, 'meta[http-equiv=refresh]', 'content')).toBe(`0; url=${target}`)
    expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
    expect(elementsOf(page, 'main a').map(({ properties }) => properties['href'])).toEqual([target])
    expect(built(`papers/${former}.bib`)).toBe(built(`papers/${renamed}.bib`))
  }
})

test('a renamed entry keeps its citation key and its place in feeds', () => {
  expect(built(`papers/${renamed}.bib`)).toMatch(/^@\w+\{yang2023honesty,/)
  expect(built('topics/honesty-grounding/feed.xml')).toMatch(
    /<id>tag:[^<]*\/papers\/honesty-first\/<\/id>/,
  )
  expect(built('topics/honesty-grounding/feed.xml')).toContain(`/reading-list/papers/${renamed}/"`)
})

test('a withdrawn entry leaves a page that says why, and leaves every list', () => {
  const page = pages.find(({ path }) => path === `papers/${withdrawn}/`)
  if (!page) throw new Error(`Unexpected site without papers/${withdrawn}/, expected a tombstone`)
  expect(textOf(page, 'main')).toContain(
    `This paper was taken off the list on 1 February 2026: ${reason}`,
  )
  expect(attributeOf(page, 'meta[name=robots]', 'content')).toBe('noindex')
  for (const file of ['papers.json', 'papers.bib', 'feed.xml', 'sitemap.xml', 'papers/index.html'])
    expect(built(file)).not.toContain(`papers/${withdrawn}`)
})

test('a long list of authors is folded, and opens without JavaScript', () => {
  const page = built('papers/language-models/index.html')
  expect(page).toMatch(/<details class="more-authors">\s*<summary>and 290 others<\/summary>/)
  expect(page.match(/<bdi>Ada Case\w+<\/bdi>/g)).toHaveLength(300)
})

test('a family name that an entry says is the one in references', () => {
  expect(built('papers/llm-alignment/index.html')).toContain('<bdi>Mohammad Gheshlaghi Azar</bdi>')
  expect(built('papers/llm-alignment.bib')).toContain('Gheshlaghi Azar, Mohammad')
  expect(JSON.parse(built('papers/llm-alignment.csl.json'))[0].author.slice(0, 2)).toEqual([
    { family: 'Gheshlaghi Azar', given: 'Mohammad' },
    { family: '张', given: '三' },
  ])
})

test('a configured newsletter is a plain form that the page is allowed to send', () => {
  const pageOf = (built: typeof pages) => built.find(({ path }) => path === 'new/')
  const page = pageOf(pages)
  const bare = pageOf(builtPages(inject('siteFolder')))
  if (!page || !bare) throw new Error('Unexpected site without new/, expected the page')
  const policy = 'meta[http-equiv=Content-Security-Policy]'
  expect(attributeOf(page, 'form.newsletter', 'action')).toBe(changes.newsletter)
  expect(attributeOf(page, 'form.newsletter', 'method')).toBe('post')
  expect(attributeOf(page, 'form.newsletter input[type=email]', 'name')).toBe('address')
  expect(attributeOf(page, policy, 'content')).toMatch(
    /form-action 'self' https:\/\/mail\.example(?:;|$)/,
  )
  expect(elementsOf(bare, '.newsletter, input[type=email]')).toEqual([])
  expect(attributeOf(bare, policy, 'content')).toMatch(/form-action 'self'(?:;|$)/)
})
