import type { EntryFacts } from '../model/entry.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/vocabulary.ts'
import { type FacetValues, preprint } from './facet.ts'

/** The values under which an entry is found: topic ids, kinds, year, venue series or `preprint`, and the links it has. */
export function facetValuesOf(facts: EntryFacts): FacetValues {
  return {
    topic: facts.topics ?? [],
    kind: facts.kind ?? [],
    year: facts.published ? [String(yearOf(facts.published))] : [],
    venue: [facts.venue ? venueSeries(facts.venue) : preprint],
    has: Object.keys(facts.links ?? {}),
  }
}
