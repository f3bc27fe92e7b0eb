import { type FacetValues, facets, noValues } from './facet.ts'

/** The orders in which results can stand. */
export const orders = ['relevance', 'newest', 'title'] as const
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
  const chosen = noValues()
  for (const facet of facets) chosen[facet] = [...new Set(given.getAll(facet))].filter(Boolean)
  return {
    query: given.get('q') ?? '',
    chosen,
    order: orders.find((order) => order === given.get('sort')) ?? 'relevance',
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

/** Whether anything is asked for that has results: words or a choice in a facet. */
export function asks({ query, chosen }: SearchState): boolean {
  return query.trim() !== '' || facets.some((facet) => chosen[facet].length > 0)
}
