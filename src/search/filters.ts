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

/** A facet's value as Pagefind keeps it. All facets are one filter, so that a browser loads one file for them. */
export function filterValue(facet: string, value: string): string {
  return `${facet}:${value}`
}

/** Which papers have each value, by `filterValue`; papers are named by their place in the list. */
export type Members = ReadonlyMap<string, ReadonlySet<number>>

/** How many papers each value would leave, by facet and value. */
export type FacetCounts = Record<Facet, Map<string, number>>

/** Keeps the places, in their order, that a choice allows: within a facet any chosen value will do, and every facet must agree. */
export function narrow(
  places: readonly number[],
  chosen: FacetValues,
  members: Members,
  except?: Facet,
): number[] {
  const asked = facets.filter((facet) => facet !== except && chosen[facet].length > 0)
  return places.filter((place) =>
    asked.every((facet) =>
      chosen[facet].some((value) => members.get(filterValue(facet, value))?.has(place)),
    ),
  )
}

/** What each value of each facet would give, the choices in all other facets kept. */
export function countFacets(
  places: readonly number[],
  chosen: FacetValues,
  members: Members,
): FacetCounts {
  return byFacet((facet) => {
    const left = new Set(narrow(places, chosen, members, facet))
    const prefix = filterValue(facet, '')
    return new Map(
      [...members]
        .filter(([key]) => isOf(key, facet))
        .map(([key, having]) => [
          key.slice(prefix.length),
          [...having].filter((place) => left.has(place)).length,
        ]),
    )
  })
}

/** Whether a `filterValue` is of a facet. */
export function isOf(key: string, facet: Facet): boolean {
  return key.startsWith(filterValue(facet, ''))
}
