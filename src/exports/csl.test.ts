import { describe, expect, it } from 'vitest'
import { bibtexOf } from './bibtex.ts'
import { cslFile } from './csl.ts'
import { referencesOf } from './reference.ts'
import { hardReference, vocabulary } from './test-data/exported-content.ts'

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

  it('has the title and the authors that the venue gives, where they are others', () => {
    const published = {
      ...hardReference('journal').entry,
      publishedTitle: 'A Title of the Venue',
      publishedAuthors: ['Bo Sample', { family: 'Gheshlaghi Azar', given: 'Mohammad' }],
    }
    const [reference] = referencesOf([published], vocabulary)
    expect(reference?.item).toMatchObject({
      id: 'lovelace2024journal',
      title: 'A title of the venue',
      author: [
        { family: 'Sample', given: 'Bo' },
        { family: 'Gheshlaghi Azar', given: 'Mohammad' },
      ],
    })
    expect(reference && bibtexOf(reference)).toContain('title = {A Title of the Venue},')
    expect(reference?.authors).toEqual(['Bo Sample', 'Mohammad Gheshlaghi Azar'])
  })

  it('takes no word for more than it is, whatever objects are called', () => {
    const { publication, tagNames } = hardReference('constructor')
    expect(publication).toEqual({ kind: 'other', title: 'constructor 2024', year: 2024 })
    expect(tagNames).toEqual(['constructor'])
  })
})
