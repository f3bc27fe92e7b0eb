import { expect, it } from 'vitest'
import { citationMeta, coinsOf } from './page-metadata.ts'
import {
  hardReference,
  hardReferences,
  realReferences,
  testContext,
} from './test-data/exported-content.ts'

const tags = (id: string) => citationMeta(hardReference(id), testContext)
const named = (id: string, name: string) =>
  tags(id).flatMap((tag) => (tag.name === name ? [tag.content] : []))

// With wrong tags, Zotero would save wrong facts, or a web page without authors.
it('the meta tags of a preprint', () => {
  expect(tags('plain-paper').map(({ name, content }) => `${name}: ${content}`)).toEqual([
    'citation_title: A Plain Paper',
    'citation_author: Ada Lovelace',
    'citation_publication_date: 2024/10/04',
    'citation_abstract: We show a plain thing.',
    'citation_public_url: https://arxiv.org/abs/2410.03227',
    'citation_doi: 10.48550/arXiv.2410.03227',
    'citation_pdf_url: https://arxiv.org/pdf/2410.03227',
    'citation_language: en',
    'citation_arxiv_id: 2410.03227',
    'citation_publisher: arXiv',
    'citation_technical_report_number: arXiv:2410.03227',
    'DC.type: preprint',
  ])
})

it('meta tags have names in a form that programs split correctly', () => {
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
})

it('meta tags have a full date or only a year', () => {
  expect(named('only-a-month', 'citation_publication_date')).toEqual(['2024'])
  expect(named('without-date', 'citation_publication_date')).toEqual([])
})

/** Returns keys and values in order, decoded as in Zotero. */
const pairs = (span: string) =>
  span.split('&').map((pair) => {
    const [key = '', value = ''] = pair.split('=')
    return [key, decodeURIComponent(value.replace(/\+|%2b/gi, ' '))] as const
  })

// Zotero reads these spans when a reader saves papers from a list.
it('a COinS span of a preprint', () => {
  expect(pairs(coinsOf(hardReference('plain-paper')))).toEqual([
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.title', 'A Plain Paper'],
    ['rft.type', 'preprint'],
    ['rft.publisher', 'arXiv'],
    ['rft.creator', 'Ada Lovelace'],
    ['rft.date', '2024-10-04'],
    ['rft.identifier', 'https://arxiv.org/abs/2410.03227'],
    ['rft_id', 'info:doi/10.48550/arXiv.2410.03227'],
    ['rft.description', 'We show a plain thing.'],
  ])
  // The abstract can be left out.
  expect(coinsOf(hardReference('plain-paper'), { abstract: false })).not.toContain('description')
})

it('a COinS span keeps every title and author, other than plus signs', () => {
  for (const reference of [...hardReferences, ...realReferences]) {
    const span = pairs(coinsOf(reference))
    expect(span.find(([key]) => key === 'rft.title')?.[1]).toBe(
      reference.title.replaceAll('+', ' '),
    )
    expect(span.filter(([key]) => key === 'rft.creator')).toHaveLength(
      reference.entry.authors?.length ?? 0,
    )
  }
})
