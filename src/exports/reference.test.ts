import { describe, expect, it } from 'vitest'
import { cslFile } from './reference.ts'
import { hardReference } from './test-data/exported-content.ts'

// Pandoc, Zotero and citeproc refuse a file for one field that CSL does not know.
describe('CSL-JSON', () => {
  it('of a preprint', () => {
    expect(JSON.parse(cslFile([hardReference('plain-paper')]))).toEqual([
      {
        id: 'lovelace2024plain',
        type: 'article',
        'citation-key': 'lovelace2024plain',
        title: 'A plain paper',
        author: [{ family: 'Lovelace', given: 'Ada' }],
        issued: { 'date-parts': [[2024, 10, 4]] },
        publisher: 'arXiv',
        number: 'arXiv:2410.03227',
        DOI: '10.48550/arXiv.2410.03227',
        URL: 'https://arxiv.org/abs/2410.03227',
        abstract: 'We show a plain thing.',
      },
    ])
  })

  it('of a published paper has the year of the venue, and the day of the first version beside it', () => {
    const [item] = JSON.parse(cslFile([hardReference('journal')]))
    expect(item).toMatchObject({
      type: 'article-journal',
      'container-title': 'Nature',
      issued: { 'date-parts': [[2023]] },
      'available-date': { 'date-parts': [[2024, 10, 4]] },
      DOI: '10.1038/s41586-023-06291-2',
    })
  })
})
