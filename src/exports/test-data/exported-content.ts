import { fromHtml } from 'hast-util-from-html'
import { toString as textContent } from 'hast-util-to-string'
import type { Entry } from '../../content/entry.ts'
import { fixtureList } from '../../content/fixtures/list.ts'
import { loadEntries, loadSite, loadTopics, loadVocabulary } from '../../content/read.ts'
import { type CitationStyle, formatCitation } from '../citation-style.ts'
import type { CslItem } from '../csl.ts'
import { type Reference, referencesOf, type Source } from '../reference.ts'
import { hardEntries } from './hard-entries.ts'

/** The entries of `content/papers`, as the exports get them. */
export const realEntries: Entry[] = loadEntries(fixtureList)

export const vocabulary = loadVocabulary(fixtureList)
export const topics = loadTopics(fixtureList)
export const site = loadSite(fixtureList, {})

export const realReferences: Reference[] = referencesOf(realEntries, vocabulary)
export const hardReferences: Reference[] = referencesOf(hardEntries, vocabulary)

/** The hard entry of that id. */
export function hardReference(id: string): Reference {
  const reference = hardReferences.find(({ entry }) => entry.id === id)
  if (!reference) throw new Error(`Unexpected hard entry ${id}, expected one of test-data`)
  return reference
}

/** The site as the exports are told of it in tests: below a base path, with an authority of its own. */
export const testSource: Source = {
  site: { ...site, url: 'https://list.example', base: '/base/', idAuthority: 'list.example,2025' },
  absolute: (path) => `https://list.example/base${path}`,
}

const [preprint, conference, journal, workshop, particles] = referencesOf(
  [
    { title: 'ALR: A Retrieve-Then-Reason Framework for LLMs' },
    {
      title: 'Nash Learning: Do Models Agree?',
      venue: 'EMNLP 2024',
      doi: '10.18653/v1/2024.x',
      pages: '580-606',
    },
    {
      title: 'Models Encode Goodhart Knowledge',
      keepCapitals: ['Goodhart'],
      venue: 'Nature 2023',
      doi: '10.1038/s41586-023-06291-2',
      volume: '620',
      issue: '7972',
      pages: '172-180',
    },
    { title: 'Matching Tables', venue: 'Ontology Matching Workshop at ISWC 2023' },
    {
      title: 'A Particle',
      authors: ['Harm de Vries', 'Benjamin Van Durme', 'Blaise Aguera y Arcas'],
    },
  ].map((facts, place) => ({
    ...hardReference('plain-paper').entry,
    ...facts,
    id: `paper-${place}`,
  })),
  vocabulary,
) as [Reference, Reference, Reference, Reference, Reference]

/** A paper of each kind that is cited in its own way. */
export const citedPapers = { preprint, conference, journal, workshop, particles }

/** What a reader copies of an item in a style. */
export function citationText(item: CslItem, style: CitationStyle): string {
  return textContent(fromHtml(formatCitation(item, style), { fragment: true }))
}
