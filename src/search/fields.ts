import type { Entry } from '../content/entry.ts'
import type { EntryFacts } from '../model/entry.ts'
import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/venue.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { titleText } from '../text/title.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { type FacetValues, preprint } from './filters.ts'

/** The parts of an entry that search uses. */
export type SearchedEntry = Omit<Entry, 'path' | 'abstractHtml' | 'notesHtml'> & {
  /** The COinS context object that lets reference managers save the paper. */
  coins?: string | undefined
}

/** The vocabulary, which entries refer to by ids. */
export interface ListWords {
  /** Topic ids to names. */
  topics: ReadonlyMap<string, string>
  vocabulary: Vocabulary
}

/** The fields of the index, each with the weight of a word in it. */
export const fieldWeights = {
  title: 5,
  /** The paper's names for its own method, data, benchmark or model. */
  names: 5,
  /** Earlier or later titles. */
  also: 3,
  authors: 4,
  claim: 1.5,
  /** Everyday phrases that readers would search with. */
  asks: 2.5,
  kind: 1,
  topics: 1,
  tags: 1.5,
  venue: 2,
  /** The full name of the venue's series. */
  series: 1,
  year: 1,
  repositories: 3,
  /** The abstract and the notes. */
  text: 1,
} as const
export type Field = keyof typeof fieldWeights

/** One text of an entry, with its words. */
export interface Item {
  field: Field
  text: string
  words: readonly Word[]
}

/** The `owner/name` of the repositories among an entry's links. */
function repositories(facts: EntryFacts): string[] {
  const repository =
    /^https:\/\/(?:github\.com|gitlab\.com|huggingface\.co(?:\/datasets)?)\/([^/]+\/[^/#?]+)/
  return Object.values(facts.links ?? {}).flatMap((address) => repository.exec(address)?.[1] ?? [])
}

/** The texts of an entry in the order of the fields, as plain text. */
export function itemsOf(entry: SearchedEntry, { topics, vocabulary }: ListWords): Item[] {
  const { published, venue } = entry
  const texts: Record<Field, readonly (string | undefined)[]> = {
    title: [titleText(entry.title)],
    names: entry.names ?? [],
    also: (entry.alsoTitled ?? []).map(titleText),
    authors: entry.authors ?? [],
    claim: [entry.claim],
    asks: entry.asks ?? [],
    kind: (entry.kind ?? []).map((id) => vocabulary.kinds[id]?.name ?? id),
    topics: (entry.topics ?? []).map((id) => topics.get(id)),
    tags: (entry.tags ?? []).flatMap((id) => vocabulary.tags[id]?.name ?? []),
    venue: [venue ?? 'preprint'],
    series: [venue && vocabulary.venues[venueSeries(venue)]?.name],
    year: [published && String(yearOf(published))],
    repositories: repositories(entry),
    text: [entry.abstractText, entry.notesText],
  }
  return (Object.keys(fieldWeights) as Field[]).flatMap((field) =>
    texts[field].flatMap((text) => (text ? [{ field, text, words: wordsIn(text) }] : [])),
  )
}

/** The identifiers that find an entry: its arXiv id, otherwise its address, and its DOI. */
export function identifiersOf({ paper, doi }: EntryFacts): string[] {
  return [paper && (arxivIdOf(paper) ?? doiOf(paper) ?? canonicalPaperAddress(paper)), doi].filter(
    (id) => id !== undefined,
  )
}

/** An entry's facet values: ids of topics and tags, kinds, year, venue series or `preprint`, and the links it has. */
export function facetValuesOf(facts: EntryFacts): FacetValues {
  return {
    topic: facts.topics ?? [],
    kind: facts.kind ?? [],
    tag: facts.tags ?? [],
    year: facts.published ? [String(yearOf(facts.published))] : [],
    venue: [facts.venue ? venueSeries(facts.venue) : preprint],
    has: Object.keys(facts.links ?? {}),
  }
}
