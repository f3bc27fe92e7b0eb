import { venueSeries } from '../model/venue.ts'
import { byFacet, type FacetValues, facets } from './filters.ts'

/** The orders of results. */
export const orders = ['relevance', 'newest', 'title', 'venue'] as const
export type Order = (typeof orders)[number]

/** The state of a search: the query, the facets and the order. The URL of the search page holds the same. */
export interface SearchState {
  query: string
  chosen: FacetValues
  order: Order
  /** Whether spelling correction is off. */
  exact: boolean
}

/** Parses the state from a URL's query string, `?q=nash&topic=safety&topic=steering`. Unknown parameters and orders are ignored. */
export function parseState(search: string): SearchState {
  const given = new URLSearchParams(search)
  const chosen = byFacet((facet) => [...new Set(given.getAll(facet))].filter(Boolean))
  // Older links of the whole list use this name.
  const sort = given.get('sort') === 'date' ? 'newest' : given.get('sort')
  return {
    query: given.get('q') ?? '',
    chosen,
    order: orders.find((order) => order === sort) ?? 'relevance',
    exact: given.get('spelling') === 'exact',
  }
}

/** Writes the state as a URL's query string; empty for an empty state. */
export function writeState({ query, chosen, order, exact }: SearchState): string {
  const written = new URLSearchParams()
  if (query.trim()) written.set('q', query.trim())
  for (const facet of facets) for (const value of chosen[facet]) written.append(facet, value)
  if (order !== 'relevance') written.set('sort', order)
  if (exact) written.set('spelling', 'exact')
  const text = written.toString()
  return text && `?${text}`
}

/** Whether the state has a query, a chosen facet value, or an order other than the default. */
export function hasCriteria({ query, chosen, order }: SearchState): boolean {
  return (
    query.trim() !== '' || order !== 'relevance' || facets.some((facet) => chosen[facet].length > 0)
  )
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
