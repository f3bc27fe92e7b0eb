import { type FacetValues, facets, noValues } from '../../search/facet.ts'

/** The orders in which the whole list can stand; the first is the one it is published in. */
export const listOrders = ['date', 'title', 'venue'] as const
export type ListOrder = (typeof listOrders)[number]

/** What a reader has made of the whole list; the page's address says the same. */
export interface ListState {
  chosen: FacetValues
  order: ListOrder
}

/** Reads the state from an address's query, `?topic=safety&sort=title`. Unknown parameters and orders are left out. */
export function parseListState(search: string): ListState {
  const given = new URLSearchParams(search)
  const chosen = noValues()
  for (const facet of facets) chosen[facet] = given.getAll(facet).filter(Boolean).slice(0, 1)
  return { chosen, order: listOrders.find((order) => order === given.get('sort')) ?? 'date' }
}

/** Writes the state as an address's query; empty when the list stands as it is published. */
export function writeListState({ chosen, order }: ListState): string {
  const written = new URLSearchParams()
  for (const facet of facets) for (const value of chosen[facet]) written.append(facet, value)
  if (order !== 'date') written.set('sort', order)
  const text = written.toString()
  return text && `?${text}`
}
