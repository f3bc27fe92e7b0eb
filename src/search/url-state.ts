import { venueSeries } from '../model/venue.ts'
import { byFacet, type FacetValues } from './filters.ts'

/** The orders of results. */
export const orders = ['relevance', 'newest', 'title', 'venue'] as const
export type Order = (typeof orders)[number]

/** The state of a search: the query, the facets and the order. The form and the URL of the search page hold the same. */
export interface SearchState {
  query: string
  chosen: FacetValues
  order: Order
  /** Whether spelling correction is off. */
  exact: boolean
}

/** The query string of a form’s values, without those that ask for nothing: `?q=nash&topic=safety&topic=steering`, or empty. */
export function addressOf(values: Iterable<readonly [string, FormDataEntryValue]>): string {
  const asked = new URLSearchParams()
  for (const [name, value] of values) {
    const text = String(value).trim()
    if (text && !(name === 'sort' && text === 'relevance')) asked.append(name, text)
  }
  return asked.size > 0 ? `?${asked}` : ''
}

/** Parses the state from a URL’s query string. Unknown parameters and orders are ignored. */
export function parseState(search: string): SearchState {
  const given = new URLSearchParams(search)
  // Older links of the whole list use this name.
  const sort = given.get('sort') === 'date' ? 'newest' : given.get('sort')
  return {
    query: given.get('q') ?? '',
    chosen: byFacet((facet) => [...new Set(given.getAll(facet))].filter(Boolean)),
    order: orders.find((order) => order === sort) ?? 'relevance',
    exact: given.get('spelling') === 'exact',
  }
}

/** A paper's heading in a sorted list: its year, its title's first letter, or its venue. */
export function headingOf(
  order: Order,
  { title, year, venue }: { title: string; year?: number; venue?: string },
): string {
  if (order === 'newest') return year ? String(year) : 'Undated'
  if (order === 'venue') return venue ? venueSeries(venue) : 'Preprints'
  if (order === 'relevance') return 'Results'
  const [letter = ''] = /[\p{L}\p{N}]/u.exec(title.normalize('NFD')) ?? []
  return /\p{L}/u.test(letter) ? letter.toUpperCase() : '0–9'
}
