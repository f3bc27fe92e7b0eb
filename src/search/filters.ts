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

/** How many papers would be left if a value were chosen, by facet and value. */
export type FacetCounts = Partial<Record<Facet, ReadonlyMap<string, number>>>

/** The facets of an index: the values of each, and the places of the papers that have a value. */
export interface IndexedFacets {
  values(facet: Facet): Promise<readonly string[]>
  having(facet: Facet, value: string): Promise<ReadonlySet<number>>
}

/** The papers that have one of some values. */
export async function havingAny(
  facet: Facet,
  values: readonly string[],
  index: IndexedFacets,
): Promise<ReadonlySet<number>> {
  const each = await Promise.all(values.map((value) => index.having(facet, value)))
  return new Set(each.flatMap((places) => [...places]))
}

/** Filters places by the chosen values and keeps their order: one value of each facet must match (OR within a facet, AND between facets). */
export async function narrow(
  places: readonly number[],
  chosen: FacetValues,
  index: IndexedFacets,
): Promise<number[]> {
  const each = await Promise.all(
    chosenFacets(chosen).map((facet) => havingAny(facet, chosen[facet], index)),
  )
  return places.filter((place) => each.every((having) => having.has(place)))
}

/** Counts the papers for each value of some facets, with the values chosen in all other facets applied. */
export async function countFacets(
  of: readonly Facet[],
  places: readonly number[],
  chosen: FacetValues,
  index: IndexedFacets,
): Promise<FacetCounts> {
  const counts = of.map(async (facet) => {
    const left = await narrow(places, { ...chosen, [facet]: [] }, index)
    const values = (await index.values(facet)).map(async (value) => {
      const having = await index.having(facet, value)
      return [value, left.filter((place) => having.has(place)).length] as const
    })
    return [facet, new Map(await Promise.all(values))] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}
