import { describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import { realReferences } from './test-data/exported-content.ts'
import { expectedOf, readWithBibtexParser, readWithCitationJs } from './test-data/readers.ts'

// Whoever takes the list into a manuscript cites these facts without looking at them again.
describe('the .bib of the whole list', () => {
  const file = bibtexFile(realReferences)
  const expected = realReferences.map(({ item, arxiv }) => expectedOf(item, arxiv))

  it('has every entry under a key of its own', () => {
    expect(new Set(expected.map(({ key }) => key)).size).toBe(realReferences.length)
  })

  it('says what the entries say, read by Citation.js', () => {
    expect(readWithCitationJs(file)).toEqual(expected)
  })

  it('says what the entries say, read by the parser of Better BibTeX', () => {
    expect(readWithBibtexParser(file)).toEqual(expected)
  })

  it('has the authors, the DOI and the arXiv number of the entry itself', () => {
    for (const { entry, item, arxiv, publication } of realReferences) {
      expect(item.author?.length).toBe(entry.authors?.length)
      expect(item.DOI).toBe(entry.doi)
      expect(entry.paper?.endsWith(arxiv ?? '')).toBe(true)
      const year = (publication ? entry.venue : entry.published)?.match(/\d{4}/)?.[0]
      expect(String(item.issued?.['date-parts'][0][0])).toBe(year)
    }
  })
})
