import { parseAtomFeed } from 'feedsmith'
import { describe, expect, it } from 'vitest'
import { atomOf, feedOf, jsonFeedOf } from './feed.ts'
import { atomFaults } from './test-data/atom-faults.ts'
import { realReferences, testSource, topics } from './test-data/exported-content.ts'

const names = Object.fromEntries(topics.map(({ id, name }) => [id, name]))
const head = { title: 'All', description: 'All of them', path: '/' } as const
const feed = feedOf(realReferences, head, names, testSource)

// Half a feed, or one that a reader cannot take, is an empty inbox.
describe('the feed of the whole list', () => {
  it('is valid Atom', async () => {
    expect(await atomFaults(atomOf(feed))).toEqual([])
  })

  it('has every abstract whole', () => {
    const { entries = [] } = parseAtomFeed(atomOf(feed))
    expect(entries).toHaveLength(Math.min(realReferences.length, 100))
    for (const { entry } of realReferences) {
      const found = entries.find(({ id }) => id?.endsWith(`/papers/${entry.id}/`))
      expect(found?.content?.value).toContain(entry.abstractHtml)
      expect(found?.summary?.value).toBe(entry.claim)
    }
  })

  it('says as JSON what it says as Atom', () => {
    const { items } = JSON.parse(jsonFeedOf(feed))
    expect(items.map(({ id, content_html }: Record<string, string>) => [id, content_html])).toEqual(
      feed.json.items.map(({ id, content_html }) => [id, content_html]),
    )
  })
})
