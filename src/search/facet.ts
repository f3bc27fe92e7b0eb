/** The ways in which results can be narrowed; also the names of the form's fields and of the address's parameters. */
export const facets = ['topic', 'kind', 'year', 'venue', 'has'] as const
export type Facet = (typeof facets)[number]

/** Values by facet: what an entry is, or what a reader has chosen. */
export type FacetValues = Record<Facet, string[]>

/** The value of the facet `venue` for an entry without one. */
export const preprint = 'preprint'

/** No value in any facet. */
export function noValues(): FacetValues {
  return { topic: [], kind: [], year: [], venue: [], has: [] }
}
