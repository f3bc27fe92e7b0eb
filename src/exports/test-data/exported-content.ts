import { fromHtml } from 'hast-util-from-html'
import { toString as textContent } from 'hast-util-to-string'
import type { Entry } from '../../content/entry.ts'
import { fixtureList } from '../../content/fixtures/list.ts'
import { loadEntries, loadSite, loadTopics, loadVocabulary } from '../../content/read.ts'
import { type CitationStyle, formatCitation } from '../citation-style.ts'
import type { CslItem } from '../csl.ts'
import { type Reference, referencesOf, type SiteContext } from '../reference.ts'
import { hardEntries } from './hard-entries.ts'

/** The entries of the fixture list. */
export const realEntries: Entry[] = loadEntries(fixtureList)

export const vocabulary = loadVocabulary(fixtureList)
export const topics = loadTopics(fixtureList)
export const site = loadSite(fixtureList, {})

export const realReferences: Reference[] = referencesOf(realEntries, vocabulary)
export const hardReferences: Reference[] = referencesOf(hardEntries, vocabulary)

/** Returns the reference of an edge-case entry. */
export function hardReference(id: string): Reference {
  const reference = hardReferences.find(({ entry }) => entry.id === id)
  if (!reference) throw new Error(`Unexpected id ${id}, expected one of hard-entries.ts`)
  return reference
}

/** The site that tests use, with a base path and an `idAuthority`. */
export const testContext: SiteContext = {
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
  ].map((facts, index) => ({
    ...hardReference('plain-paper').entry,
    ...facts,
    id: `paper-${index}`,
  })),
  vocabulary,
) as [Reference, Reference, Reference, Reference, Reference]

/** A paper of each kind whose citations differ. */
export const citedPapers = { preprint, conference, journal, workshop, particles }

/** Returns the plain text of a formatted citation. */
export function citationText(item: CslItem, style: CitationStyle): string {
  return textContent(fromHtml(formatCitation(item, style), { fragment: true }))
}
