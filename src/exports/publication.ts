import { z } from 'zod'
import { venueSeries, venueYear } from '../model/venue.ts'
import { type Vocabulary, venueKind } from '../model/vocabulary.ts'

/** Where a paper was published. */
export const publicationShape = z.strictObject({
  /** `other`: a venue that the vocabulary does not know. */
  kind: z.enum([...venueKind.options, 'other']),
  /** The journal, or the proceedings with their year: what a citation names. */
  title: z.string(),
  year: z.number().int().optional(),
  /** Who published the proceedings, where the vocabulary says it. */
  publisher: z.string().optional(),
})
export type Publication = z.infer<typeof publicationShape>

const inProceedings = {
  csl: 'paper-conference',
  bibtex: 'inproceedings',
  ris: 'CONF',
  zotero: 'conferencePaper',
} as const

/** What each format calls a paper of each kind. Zotero's names are those that it takes from `rft.type`. */
export const typesOfKind = {
  // RIS has no preprints. A report with arXiv's name and number prints as a preprint should; `MANSCPT` prints its kind
  // twice, and Zotero keeps no `UNPB`.
  preprint: { csl: 'article', bibtex: 'misc', ris: 'RPRT', zotero: 'preprint' },
  conference: inProceedings,
  workshop: inProceedings,
  journal: { csl: 'article-journal', bibtex: 'article', ris: 'JOUR', zotero: 'journalArticle' },
  other: { csl: 'document', bibtex: 'misc', ris: 'GEN', zotero: 'document' },
} as const satisfies Record<Publication['kind'] | 'preprint', Record<string, string>>

/**
 * What an entry's venue stands for: its kind and full name from the vocabulary. Proceedings are named with the venue as
 * people say it, `Conference on … (EMNLP 2024)`, a journal without its year.
 */
export function publicationOf(venue: string, venues: Vocabulary['venues']): Publication {
  const series = venueSeries(venue)
  const known = venues[series]
  const year = venueYear(venue)
  return {
    kind: known?.kind ?? 'other',
    title: titleOf(venue, series, year, known),
    year: year ? Number(year) : undefined,
    publisher: known?.publisher,
  }
}

function titleOf(
  venue: string,
  series: string,
  year: string | undefined,
  known: Vocabulary['venues'][string] | undefined,
): string {
  if (!known || (known.name === series && known.kind !== 'journal')) return venue
  if (known.kind === 'journal') return known.name
  // A name that ends as the venue does (`Findings of …: ACL`, `Findings of ACL 2024`) needs only its year, if that.
  const ending = (text: string) => text.split(' ').at(-1)
  if (ending(known.name) === ending(series))
    return year && venue.endsWith(year) ? `${known.name} ${year}` : known.name
  return `${known.name} (${venue})`
}
