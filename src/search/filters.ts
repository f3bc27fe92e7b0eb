/** The facets by which a list can be filtered; also the names of the form's fields and of the URL parameters. */
export const facets = ['topic', 'kind', 'tag', 'year', 'venue', 'has'] as const
export type Facet = (typeof facets)[number]

/** Values by facet: those of an entry, or those that a reader has chosen. */
export type FacetValues = Record<Facet, string[]>

/** The value of the facet `venue` for an entry without one. */
export const preprint = 'preprint'

/** Calls a function for each facet, and gives the results by facet. */
export function byFacet<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Record<Facet, T>
}

/** The facets in which something is chosen. */
export function chosenFacets(chosen: FacetValues): Facet[] {
  return facets.filter((facet) => chosen[facet].length > 0)
}

/** A facet's value as a value of Pagefind's one filter. All facets share it, so that a browser loads one file for them. */
export function filterValue(facet: string, value: string): string {
  return `${facet}:${value}`
}

/** For each value of a facet, the papers that have it, by their place in the list. */
export type FacetPostings = ReadonlyMap<string, ReadonlySet<number>>

/** How many papers would be left if a value were chosen, by facet and value. */
export type FacetCounts = Partial<Record<Facet, ReadonlyMap<string, number>>>

/** Filters places by the chosen values and keeps their order: one value of each facet must match (OR within a facet, AND between facets). */
export function narrow(
  places: readonly number[],
  chosen: FacetValues,
  members: Record<Facet, FacetPostings>,
): number[] {
  const asked = chosenFacets(chosen)
  return places.filter((place) =>
    asked.every((facet) => chosen[facet].some((value) => members[facet].get(value)?.has(place))),
  )
}

/** Counts the papers for each value of some facets, with the values chosen in all other facets applied. */
export function countFacets(
  of: readonly Facet[],
  places: readonly number[],
  chosen: FacetValues,
  members: Record<Facet, FacetPostings>,
): FacetCounts {
  return Object.fromEntries(
    of.map((facet) => {
      const left = narrow(places, { ...chosen, [facet]: [] }, members)
      const counts = [...members[facet]].map(
        ([value, having]) => [value, left.filter((place) => having.has(place)).length] as const,
      )
      return [facet, new Map(counts)]
    }),
  )
}
