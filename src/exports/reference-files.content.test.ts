import { Cite } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { bibtexFile } from './bibtex.ts'
import { type CitationStyle, citationStyles, formatCitation } from './citation-style.ts'
import { cslFile } from './csl.ts'
import { risFile } from './ris.ts'
import { realReferences } from './test-data/exported-content.ts'
import { expectedOf, readRis, readWithBibtexParser } from './test-data/readers.ts'

// These files go straight into other people's libraries.
describe('the whole list', { timeout: 60_000 }, () => {
  it('comes back from BibTeX as it was, each entry under a key of its own', () => {
    const expected = realReferences.map(expectedOf)
    expect(new Set(expected.map(({ key }) => key)).size).toBe(realReferences.length)
    expect(readWithBibtexParser(bibtexFile(realReferences))).toEqual(expected)
  })

  it('has the authors, the DOI and the arXiv number of the entry itself', () => {
    for (const { entry, item, arxiv, publication } of realReferences) {
      expect(item.author?.length).toBe(entry.authors?.length)
      expect(item.DOI).toBe(entry.doi ?? (publication ? undefined : `10.48550/arXiv.${arxiv}`))
      expect(entry.paper?.endsWith(arxiv ?? '')).toBe(true)
      const year = (publication ? entry.venue : entry.published)?.match(/\d{4}/)?.[0]
      expect(String(item.issued?.['date-parts'][0][0])).toBe(year)
    }
  })

  it('comes back from RIS as it was, abstracts and tags included', () => {
    expect(readRis(risFile(realReferences))).toEqual(
      realReferences.map(({ tagNames, ...reference }) => ({
        ...expectedOf({ tagNames, ...reference }),
        eprint: undefined,
        abstract: reference.item.abstract?.replace(/\s+/g, ' '),
        keyword: tagNames.join(','),
      })),
    )
  })

  it('comes back from CSL-JSON as it was', () => {
    const file = cslFile(realReferences)
    expect(new Cite(file, { generateGraph: false }).data).toMatchObject(
      realReferences.map(({ item }) => item),
    )
  })

  it('is printed in every style, with its title and its year', () => {
    const styles = Object.keys(citationStyles) as CitationStyle[]
    for (const [place, { item }] of realReferences.entries()) {
      const text = formatCitation(item, styles[place % styles.length] ?? 'apa')
      expect(text.toLowerCase()).toContain(item.title.toLowerCase().replace(/['’?:].*/, ''))
      expect(text).toContain(String(item.issued?.['date-parts'][0][0]))
      expect(text).not.toMatch(/<(?!\/?(?:i|b|sup|sub)>)|\[CSL|undefined/)
    }
  })
})
