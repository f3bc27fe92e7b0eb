import { parseAtomFeed } from 'feedsmith'
import { expect, it } from 'vitest'
import { atomOf, feedOf, jsonFeedOf, longestFeed } from './feed.ts'
import { referencesOf } from './reference.ts'
import { atomFaults } from './test-data/atom-faults.ts'
import {
  hardReference,
  hardReferences,
  testContext,
  vocabulary,
} from './test-data/exported-content.ts'

const head = { title: 'Safety', description: 'One shelf', path: '/topics/safety/' } as const
const feed = (references = hardReferences, source = testContext) =>
  feedOf({ ...head, references }, source)

// Feed readers would show a paper twice, or with the wrong date.
it('a feed item has the facts, links and abstract of a paper', () => {
  const { entry } = hardReference('plain-paper')
  const full = {
    ...entry,
    claim: 'Plain things work.',
    venue: 'EMNLP 2024',
    doi: '10.1/x',
    topics: ['safety'],
    tags: ['rag'],
    links: { code: 'https://github.com/a/b?c&d' },
  }
  const topics = [{ id: 'safety', name: 'Safety' }]
  const [item] = feed(referencesOf([full], { ...vocabulary, topics })).json.items
  expect(item).toEqual({
    id: 'tag:list.example,2025:/papers/plain-paper/',
    title: 'A Plain Paper',
    url: 'https://list.example/base/papers/plain-paper/',
    external_url: 'https://arxiv.org/abs/2410.03227',
    date_published: '2025-03-13T00:00:00Z',
    date_modified: '2025-03-13T00:00:00Z',
    authors: [{ name: 'Ada Lovelace' }],
    summary: 'Plain things work.',
    content_html: [
      '<p>Ada Lovelace. EMNLP 2024.</p>',
      '<p><strong>Plain things work.</strong></p>',
      '<p>We show a plain thing.</p>',
      '<p><a href="https://arxiv.org/abs/2410.03227">Paper</a> · <a href="https://arxiv.org/pdf/2410.03227">PDF</a> · <a href="https://doi.org/10.1/x">DOI</a> · <a href="https://github.com/a/b?c&amp;d">Code</a> · <a href="https://list.example/base/papers/plain-paper/">On the list</a></p>',
      `<p>Safety · ${vocabulary.tags['rag']?.name}</p>`,
    ].join('\n'),
    tags: ['Safety', vocabulary.tags['rag']?.name],
  })
})

it('feed ids stay the same when an entry is renamed or the site moves', () => {
  const { entry } = hardReference('plain-paper')
  const renamed = { ...entry, id: 'new-name', formerIds: ['plain-paper', 'between'] }
  const moved = { ...testContext, absolute: (path: string) => `https://elsewhere.example${path}` }
  const before = feed(referencesOf([entry], vocabulary))
  const after = feed(referencesOf([renamed], vocabulary), moved)
  expect(after.id).toBe(before.id)
  expect(after.json.items[0]?.id).toBe(before.json.items[0]?.id)
  expect(after.json.items[0]?.url).toBe('https://elsewhere.example/papers/new-name/')
  // Without an `idAuthority`, the site's address is used.
  const { idAuthority, ...site } = testContext.site
  expect(feed([], { ...testContext, site }).id).toBe('tag:list.example,2025:/base/topics/safety/')
})

it('a feed has only the latest additions, the latest first', () => {
  const { entry } = hardReference('plain-paper')
  const many = Array.from({ length: 150 }, (_, index) => ({
    ...entry,
    id: `paper-${index}`,
    added: index === 7 ? '2026-01-01' : '2025-03-13',
  }))
  const latest = feed(referencesOf(many, vocabulary))
  expect(latest.json.items).toHaveLength(longestFeed)
  expect(latest.json.items[0]?.url).toContain('/paper-7/')
  expect(atomOf(latest)).toContain('<updated>2026-01-01T00:00:00Z</updated>\n<author>')
  const [, second, third] = latest.json.items.map((item) => item.date_published)
  expect([second, third]).toEqual(['2025-03-13T02:28:00Z', '2025-03-13T02:27:00Z'])
})

it('a feed has the day on which an entry changed', () => {
  const { entry } = hardReference('plain-paper')
  const changed = feed(referencesOf([entry], vocabulary, new Map([[entry.path, '2026-02-03']])))
  expect(changed.json.items[0]?.date_modified).toBe('2026-02-03T00:00:00Z')
  expect(atomOf(changed).match(/<updated>2026-02-03T00:00:00Z/g)).toHaveLength(2)
  expect(atomOf(changed)).toContain('<published>2025-03-13T00:00:00Z')
})

it('a feed is valid Atom, even in edge cases', async () => {
  expect(await atomFaults(atomOf(feed()))).toEqual([])
  expect(await atomFaults(atomOf(feed([])))).toEqual([])
  expect(atomOf(feed([]))).toContain('<updated>2025-01-01T00:00:00Z')
})

it('Atom and JSON Feed have the same items', () => {
  const expected = feed().json.items.map(({ id, title, url, authors = [], content_html }) => {
    // XML doesn't allow control characters.
    const html = content_html.replaceAll('\u0007', '')
    return { id, title, page: url, authors: authors.map(({ name }) => name), html }
  })
  const atom = parseAtomFeed(atomOf(feed()))
  const read = atom.entries?.map(({ id, title, links, authors = [], content }) => ({
    id,
    title: title?.value,
    page: links?.find(({ rel }) => rel === 'alternate')?.href,
    authors: authors.map(({ name }) => name),
    html: content?.value,
  }))
  expect(read).toEqual(expected)
  expect(JSON.parse(jsonFeedOf(feed()))).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://list.example/base/topics/safety/feed.json',
    items: expected.map(({ id, page, title }) => ({ id, url: page, title })),
  })
})
