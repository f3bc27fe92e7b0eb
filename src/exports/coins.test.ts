import { describe, expect, it } from 'vitest'
import { coinsOf } from './page-metadata.ts'
import { hardReference, hardReferences, realReferences } from './test-data/exported-content.ts'

/** Keys and values in their order, decoded as Zotero decodes them. */
const pairs = (span: string) =>
  span.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return [key, decodeURIComponent(value.replace(/\+|%2b/gi, ' '))] as const
  })
const read = (id: string) => pairs(coinsOf(hardReference(id)))

// Zotero offers what these spans say when a reader saves from a list.
describe('a COinS span', () => {
  it('of a preprint', () => {
    expect(read('plain-paper')).toEqual([
      ['ctx_ver', 'Z39.88-2004'],
      ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
      ['rft.title', 'A Plain Paper'],
      ['rft.type', 'preprint'],
      ['rft.creator', 'Ada Lovelace'],
      ['rft.date', '2024-10-04'],
      ['rft.identifier', 'https://arxiv.org/abs/2410.03227'],
      ['rft.description', 'We show a plain thing.'],
    ])
  })

  it('of a published paper says where, and has its title before its type', () => {
    const span = read('journal')
    expect(span.slice(2, 5)).toEqual([
      ['rft.title', 'A Plain Paper'],
      ['rft.type', 'journalArticle'],
      ['rft.source', 'Nature'],
    ])
    expect(span).toContainEqual(['rft_id', 'info:doi/10.1038/s41586-023-06291-2'])
    expect(read('workshop')).toContainEqual(['rft.type', 'conferencePaper'])
  })

  it('gives every title and author back as it was, but for a plus sign', () => {
    for (const reference of [...hardReferences, ...realReferences]) {
      const span = pairs(coinsOf(reference))
      expect(span.find(([key]) => key === 'rft.title')?.[1]).toBe(
        reference.item.title.replaceAll('+', ' '),
      )
      expect(span.filter(([key]) => key === 'rft.creator')).toHaveLength(
        reference.entry.authors?.length ?? 0,
      )
    }
  })

  it('can leave the abstract out, for a page that lists many', () => {
    expect(coinsOf(hardReference('plain-paper'), { abstract: false })).not.toContain('description')
  })

  it('is safe in an attribute', () => {
    for (const reference of hardReferences) expect(coinsOf(reference)).not.toMatch(/["<>]/)
  })
})
