import { z } from 'zod'
import { venueSeries, venueYear } from '../model/venue.ts'
import { type Vocabulary, venueKind } from '../model/vocabulary.ts'

/** The publication in which a paper appeared. */
export const publicationShape = z.strictObject({
  /** `other` for a venue that is not in the vocabulary. */
  kind: z.enum([...venueKind.options, 'other']),
  /** The journal, or the proceedings with their year, as citations name it. */
  title: z.string(),
  year: z.number().int().optional(),
  /** The publisher of the proceedings, if it is in the vocabulary. */
  publisher: z.string().optional(),
})
export type Publication = z.infer<typeof publicationShape>

const inProceedings = {
  csl: 'paper-conference',
  bibtex: 'inproceedings',
  ris: 'CONF',
  zotero: 'conferencePaper',
} as const

/** The type of each kind of publication in each format. Zotero's types are those that it reads from `rft.type`. */
export const typesOfKind = {
  // RIS has no type for preprints. A report with arXiv as its publisher and a number is cited correctly; `MANSCPT` prints
  // `arXiv` twice, and Zotero doesn't keep `UNPB`.
  preprint: { csl: 'article', bibtex: 'misc', ris: 'RPRT', zotero: 'preprint' },
  conference: inProceedings,
  workshop: inProceedings,
  journal: { csl: 'article-journal', bibtex: 'article', ris: 'JOUR', zotero: 'journalArticle' },
  other: { csl: 'document', bibtex: 'misc', ris: 'GEN', zotero: 'document' },
} as const satisfies Record<Publication['kind'] | 'preprint', Record<string, string>>

/**
 * Looks up an entry's venue in the vocabulary. The title of proceedings has the full name and the venue, `Conference on …
 * (EMNLP 2024)`; that of a journal has no year.
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
  // If the full name already ends like the venue (`Findings of …: ACL`, `Findings of ACL 2024`), only the year is added.
  const ending = (text: string) => text.split(' ').at(-1)
  if (ending(known.name) === ending(series))
    return year && venue.endsWith(year) ? `${known.name} ${year}` : known.name
  return `${known.name} (${venue})`
}
