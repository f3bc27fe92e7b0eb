import type { z } from 'zod'
import { venueSeries, venueYear } from '../model/venue.ts'
import type { Vocabulary, venueKind } from '../model/vocabulary.ts'

/** Where a paper was published. */
export interface Publication {
  /** `other`: a venue that the vocabulary does not know. */
  kind: z.infer<typeof venueKind> | 'other'
  /** The journal, or the proceedings with their year: what a citation names. */
  title: string
  year?: number
  /** Who published the proceedings, where the vocabulary says it. */
  publisher?: string
}

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
    ...(year && { year: Number(year) }),
    ...(known?.publisher && { publisher: known.publisher }),
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
