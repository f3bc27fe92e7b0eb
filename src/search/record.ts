import type { EntryFacts } from '../model/entry.ts'
import { arxivIdOf } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { type Concepts, type Vocabulary, venueSeries } from '../model/vocabulary.ts'
import type { PlainEntry } from '../text/plain-entry.ts'
import { titleText } from '../text/title.ts'
import { type Field, type FieldTexts, fields, listSeparator } from './field.ts'

/** What search needs to know of the list as a whole. */
export interface Surroundings {
  /** BCP 47 language of the list. */
  language: string
  /** Topic ids to names. */
  topics: ReadonlyMap<string, string>
  vocabulary: Vocabulary
  concepts: Concepts
}

/** A name, and how it is typed where it cannot be typed as it stands: `ALR², ALR2`. */
function spellings(name: string): string[] {
  const typed = name.normalize('NFKD').replace(/\p{Mark}/gu, '')
  return typed === name ? [name] : [name, typed]
}

/** The `owner/name` of the repositories among an entry's links. */
function repositories(facts: EntryFacts): string[] {
  return Object.values(facts.links ?? {}).flatMap(
    (address) =>
      /^https:\/\/(?:github\.com|gitlab\.com|huggingface\.co(?:\/datasets)?)\/([^/]+\/[^/#?]+)/.exec(
        address,
      )?.[1] ?? [],
  )
}

/** The texts of an entry's fields, in plain characters. */
export function fieldTexts(
  { facts, abstract, notes }: PlainEntry,
  { topics, vocabulary }: Surroundings,
): FieldTexts {
  const { published, venue } = facts
  const lists: Record<Field, (string | undefined)[]> = {
    title: [titleText(facts.title)],
    names: (facts.names ?? []).flatMap(spellings),
    also: (facts.alsoTitled ?? []).map(titleText),
    authors: facts.authors ?? [],
    claim: [facts.claim],
    asks: facts.asks ?? [],
    kind: facts.kind ?? [],
    topics: (facts.topics ?? []).map((id) => topics.get(id)),
    tags: (facts.tags ?? []).flatMap((id) => vocabulary.tags[id]?.name ?? []),
    venue: [venue],
    series: [venue && vocabulary.venues[venueSeries(venue)]?.name],
    year: [published && String(yearOf(published))],
    ids: [facts.paper && arxivIdOf(facts.paper), facts.doi, ...repositories(facts)],
    text: [[abstract, notes].filter(Boolean).join('\n\n')],
  }
  return Object.fromEntries(
    fields.flatMap((field) => {
      const text = lists[field].filter(Boolean).join(listSeparator)
      return text ? [[field, text]] : []
    }),
  )
}

/** The address of an entry's page below the site's base. */
export const entryUrl = (id: string) => `/papers/${id}/`

/** What the index holds of an entry so that it can be shown as a result. */
export interface PaperRecord {
  /** The page's address below the site's base. */
  url: string
  fields: FieldTexts
}
