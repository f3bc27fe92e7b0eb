/** The ways in which a list can be narrowed; also the names of the form's fields and of the address's parameters. */
export const facets = ['topic', 'kind', 'tag', 'year', 'venue', 'has'] as const
export type Facet = (typeof facets)[number]

/** Values by facet: what an entry is, or what a reader has chosen. */
export type FacetValues = Record<Facet, string[]>

/** The value of the facet `venue` for an entry without one. */
export const preprint = 'preprint'

/** Values by facet, each made by a function. */
export function byFacet<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return Object.fromEntries(facets.map((facet) => [facet, make(facet)])) as Record<Facet, T>
}

/** The facets in which something is chosen. */
export function chosenFacets(chosen: FacetValues): Facet[] {
  return facets.filter((facet) => chosen[facet].length > 0)
}

/** A facet's value as Pagefind keeps it. All facets are one filter, so that a browser loads one file for them. */
export function filterValue(facet: string, value: string): string {
  return `${facet}:${value}`
}

/** Which papers have each value of a facet; papers are named by their place in the list. */
export type FacetPostings = ReadonlyMap<string, ReadonlySet<number>>

/** How many papers each value would leave, by facet and value. */
export type FacetCounts = Partial<Record<Facet, ReadonlyMap<string, number>>>

/** Keeps the places, in their order, that a choice allows: within a facet any chosen value will do, and every facet must agree. */
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

/** What each value of some facets would give, the choices in all other facets kept. */
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
