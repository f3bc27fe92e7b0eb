import { selectAll } from 'hast-util-select'
import { expect, inject, test } from 'vitest'
import {
  attributeOf,
  type BuiltPage,
  builtPages,
  elementsOf,
} from '../../scripts/test/built-pages.ts'

// A reader who saves a paper with Zotero would get a web page, the wrong paper, or somebody else as its author.

const pages = builtPages(inject('siteFolder'))
const papers = pages.filter(({ path }) => /^papers\/./.test(path))
const lists = pages.filter((page) => elementsOf(page, 'main li[data-entry]').length > 0)
const contentOf = (page: BuiltPage, name: string) =>
  elementsOf(page, `meta[name="${name}"]`).map(({ properties }) => String(properties['content']))
const titles = new Map(
  papers.map((page) => [page.path.split('/')[1] ?? '', contentOf(page, 'citation_title')[0]]),
)

test.each([
  ['an author of the page', 'meta[name=author]'],
  ['a class that Zotero takes for authors', '[class*=byline], [class*=vcard]'],
  ['the COinS of another paper', '.Z3988'],
  ['a date of ours that Zotero takes for the paper’s', 'time[datetime]'],
])('a paper’s page does not have %s', (_, selector) => {
  expect(
    papers.filter((page) => elementsOf(page, selector).length > 0).map(({ path }) => path),
  ).toEqual([])
  expect(papers.length).toBeGreaterThanOrEqual(98)
})

test('a paper’s page says what Zotero reads: one title, an author, a date, an abstract, and one kind of publication', () => {
  const kinds = ['DC.type', 'citation_journal_title']
  const wrong = papers.filter((page) => {
    const [date = ''] = contentOf(page, 'citation_publication_date')
    return !(
      attributeOf(page, 'meta[property="og:type"]', 'content') === 'article' &&
      contentOf(page, 'citation_title').length === 1 &&
      contentOf(page, 'citation_author').length > 0 &&
      /^\d{4}(?:\/\d\d\/\d\d)?$/.test(date) &&
      contentOf(page, 'citation_abstract').length === 1 &&
      kinds.flatMap((kind) => contentOf(page, kind)).length === 1
    )
  })
  expect(wrong.map(({ path }) => path)).toEqual([])
})

test('a paper’s page leads to its own five files and to the feeds', () => {
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

test('a page that lists papers has none of the tags that make it a paper', () => {
  expect(lists.filter((page) => elementsOf(page, 'meta[name^=citation_]').length > 0)).toEqual([])
  expect(lists.length).toBeGreaterThan(50)
})

test('a page that lists papers offers every item once, inside of the item, with its title', () => {
  for (const page of lists) {
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
})

test('linked data on every paper and every list can be read, and names what the page is about', () => {
  const typesOf = (page: BuiltPage) =>
    elementsOf(page, 'script[type="application/ld+json"]').map(({ children }) => {
      const [text] = children
      return JSON.parse(text?.type === 'text' ? text.value : '')['@type']
    })
  for (const page of papers)
    expect(typesOf(page), page.path).toEqual(['ScholarlyArticle', 'BreadcrumbList'])
  for (const page of lists.filter(({ path }) => /^(?:topics|tags)\/./.test(path)))
    expect(typesOf(page), page.path).toEqual(['CollectionPage', 'BreadcrumbList'])
  const home = pages.find(({ path }) => path === '')
  expect(home && typesOf(home)).toEqual(['WebSite'])
  const whole = pages.find(({ path }) => path === 'papers/')
  expect(whole && typesOf(whole)).toEqual(['CollectionPage', 'Dataset'])
})
