import { describe, expect, it } from 'vitest'
import { citationMeta } from './page-metadata.ts'
import {
  hardReference,
  hardReferences,
  realReferences,
  testSource,
} from './test-data/exported-content.ts'

const tags = (id: string) =>
  citationMeta(hardReference(id), testSource).map(({ name, content }) => `${name}: ${content}`)
const named = (id: string, name: string) =>
  citationMeta(hardReference(id), testSource)
    .filter((tag) => tag.name === name)
    .map(({ content }) => content)

// Zotero saves what these tags say, and a web page without authors where they say too little.
describe('the meta tags of a paper', () => {
  it('for a preprint', () => {
    expect(tags('plain-paper')).toEqual([
      'citation_title: A Plain Paper',
      'citation_author: Ada Lovelace',
      'citation_publication_date: 2024/10/04',
      'citation_abstract: We show a plain thing.',
      'citation_public_url: https://arxiv.org/abs/2410.03227',
      'citation_pdf_url: https://arxiv.org/pdf/2410.03227',
      'citation_language: en',
      'DC.type: preprint',
    ])
  })

  it('for a paper in a journal and at a conference, with its year there', () => {
    expect(tags('journal')).toEqual(
      expect.arrayContaining([
        'citation_publication_date: 2023',
        'citation_doi: 10.1038/s41586-023-06291-2',
        'citation_journal_title: Nature',
      ]),
    )
    expect(tags('workshop')).toContain(
      'citation_conference_title: Ontology Matching Workshop at ISWC 2023',
    )
  })

  it('name people so that a reader who cuts at the last space cuts right', () => {
    expect(named('particles', 'citation_author')).toEqual([
      'de Vries, Harm',
      'Van Durme, Benjamin',
      'Aguera y Arcas, Blaise',
      'King, Martin Luther Jr.',
      'Jakob d’Eon',
      'bell hooks',
    ])
    expect(named('groups', 'citation_author')).toEqual([
      'Qwen Team,',
      'Llama Team AI @ Meta,',
      'Research and Development Group,',
    ])
    expect(named('one-name', 'citation_author')).toEqual(['Madonna', 'OpenAI', '王小明'])
    expect(named('cjk', 'citation_author')).toEqual(['李, 明', '山田, 太郎', '김, 철수'])
    expect(named('three-hundred-authors', 'citation_author')).toHaveLength(300)
  })

  it('say a date as a day or a year, nothing between', () => {
    expect(named('only-a-month', 'citation_publication_date')).toEqual(['2024'])
    expect(named('only-a-year', 'citation_publication_date')).toEqual(['2024'])
    expect(named('without-date', 'citation_publication_date')).toEqual([])
  })

  it('are one title, one kind of publication and no author meta for every entry', () => {
    for (const reference of [...hardReferences, ...realReferences]) {
      const names = citationMeta(reference, testSource).map(({ name }) => name)
      const kinds = ['DC.type', 'citation_conference_title', 'citation_journal_title']
      expect(names.filter((name) => kinds.includes(name))).toHaveLength(1)
      expect(names.filter((name) => name === 'citation_title')).toHaveLength(1)
      expect(names.filter((name) => name === 'citation_author')).toHaveLength(
        reference.entry.authors?.length ?? 0,
      )
      expect(names).not.toContain('author')
    }
  })
})
