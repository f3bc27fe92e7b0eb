import { selectAll } from 'hast-util-select'
import { toString as textContent } from 'hast-util-to-string'
import { expect, inject, test } from 'vitest'
import { type BuiltPage, builtPages, elementsOf } from '../../scripts/test/built-pages.ts'

// A reader who saves a paper with Zotero would get a web page, the wrong paper, or the wrong authors.

const pages = builtPages(inject('siteFolder'))
const papers = pages.filter(({ path }) => /^papers\/./.test(path))
const lists = pages.filter((page) => elementsOf(page, 'main li[data-entry]').length > 0)
const contentOf = (page: BuiltPage, name: string) =>
  elementsOf(page, `meta[name="${name}"]`).map(({ properties }) => String(properties['content']))
const titles = new Map(
  papers.map((page) => [page.path.split('/')[1] ?? '', contentOf(page, 'citation_title')[0]]),
)

// Elements that Zotero takes for authors or a date, and the COinS of other papers.
const misleading =
  'meta[name=author], [class*=byline], [class*=vcard], .Z3988, time[datetime], meta[property="og:type"]:not([content=article])'

test('a paper’s page has the metadata that Zotero reads, and nothing that it would misread', () => {
  const wrong = papers.filter((page) => {
    const [date = ''] = contentOf(page, 'citation_publication_date')
    const kinds = ['DC.type', 'citation_journal_title'].flatMap((kind) => contentOf(page, kind))
    return !(
      elementsOf(page, misleading).length === 0 &&
      contentOf(page, 'citation_title').length === 1 &&
      contentOf(page, 'citation_author').length > 0 &&
      /^\d{4}(?:\/\d\d\/\d\d)?$/.test(date) &&
      contentOf(page, 'citation_abstract').length === 1 &&
      kinds.length === 1
    )
  })
  expect(wrong.map(({ path }) => path)).toEqual([])
  expect(papers.length).toBeGreaterThanOrEqual(98)
})

test('a paper’s page links to its five files and to the feeds', () => {
  for (const page of papers) {
    const links = elementsOf(page, 'link[rel=alternate]').map(
      ({ properties }) => properties['href'],
    )
    const stem = `/${page.path.slice(0, -1)}`
    expect(links).toEqual([
      '/feed.xml',
      '/feed.json',
      ...['bib', 'ris', 'csl.json', 'json', 'md'].map((ending) => `${stem}.${ending}`),
    ])
  }
})

test('a page that lists papers has no metadata of a paper, but COinS in every item', () => {
  for (const page of lists) {
    expect(elementsOf(page, 'meta[name^=citation_]'), page.path).toEqual([])
    const items = elementsOf(page, 'main li[data-entry]')
    const offered = items.map((item) => {
      const [span] = selectAll('span.Z3988[aria-hidden=true]', item)
      return new URLSearchParams(String(span?.properties['title'])).get('rft.title')
    })
    expect(offered, page.path).toEqual(
      items.map(({ properties }) => titles.get(String(properties['dataEntry']))),
    )
    expect(elementsOf(page, '.Z3988'), page.path).toHaveLength(items.length)
  }
  expect(lists.length).toBeGreaterThan(50)
})

test('every paper and every list has valid linked data of the right types', () => {
  const typesOf = (page: BuiltPage) =>
    elementsOf(page, 'script[type="application/ld+json"]').map(
      (script) => JSON.parse(textContent(script))['@type'],
    )
  for (const page of papers)
    expect(typesOf(page), page.path).toEqual(['ScholarlyArticle', 'BreadcrumbList'])
  for (const page of lists.filter(({ path }) => /^(?:topics|tags)\/./.test(path)))
    expect(typesOf(page), page.path).toEqual(['CollectionPage', 'BreadcrumbList'])
  const others = pages.filter(({ path }) => path === '' || path === 'papers/')
  expect(others.map(typesOf)).toEqual([['WebSite'], ['CollectionPage', 'Dataset']])
})
