import { venueSeries } from '../model/venue.ts'
import { byFacet, type FacetValues, facets } from './filters.ts'

/** The orders in which results can stand. */
export const orders = ['relevance', 'newest', 'title', 'venue'] as const
export type Order = (typeof orders)[number]

/** All that a reader has asked for; the address of the search page says the same. */
export interface SearchState {
  query: string
  chosen: FacetValues
  order: Order
  /** Whether words are looked for as they are spelt, however they look. */
  exact: boolean
}

/** Reads the state from an address's query, `?q=nash&topic=safety&topic=steering`. Unknown parameters and orders are left out. */
export function parseState(search: string): SearchState {
  const given = new URLSearchParams(search)
  const chosen = byFacet((facet) => [...new Set(given.getAll(facet))].filter(Boolean))
  // The whole list's own page once called it so.
  const sort = given.get('sort') === 'date' ? 'newest' : given.get('sort')
  return {
    query: given.get('q') ?? '',
    chosen,
    order: orders.find((order) => order === sort) ?? 'relevance',
    exact: given.get('spelling') === 'exact',
  }
}

/** Writes the state as an address's query; empty when nothing is asked for. */
export function writeState({ query, chosen, order, exact }: SearchState): string {
  const written = new URLSearchParams()
  if (query.trim()) written.set('q', query.trim())
  for (const facet of facets) for (const value of chosen[facet]) written.append(facet, value)
  if (order !== 'relevance') written.set('sort', order)
  if (exact) written.set('spelling', 'exact')
  const text = written.toString()
  return text && `?${text}`
}

/** Whether anything is asked for: words, a choice in a facet, or an order of its own. */
export function hasCriteria({ query, chosen, order }: SearchState): boolean {
  return (
    query.trim() !== '' || order !== 'relevance' || facets.some((facet) => chosen[facet].length > 0)
  )
}

/** The heading under which a paper stands in a list of some order: its year, its title's first letter, or its venue. */
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
