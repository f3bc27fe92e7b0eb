import { type Facet, type FacetValues, facets } from './facet.ts'
import type { Membership } from './membership.ts'

/** How many results each value would leave, by facet and value. */
export type FacetCounts = Record<Facet, Map<string, number>>

/** What is left of some results under a reader's choice. */
export interface Narrowed {
  /** The places that remain, in the order in which they came. */
  places: number[]
  /** What each value would give, all other facets' choices kept. */
  counts: FacetCounts
}

/** Narrows results: within a facet any chosen value will do, and every facet must agree. */
export function narrow(
  places: readonly number[],
  chosen: FacetValues,
  membership: Membership,
): Narrowed {
  const agrees = (facet: Facet, place: number) =>
    chosen[facet].length === 0 ||
    chosen[facet].some((value) => membership[facet].get(value)?.has(place))
  const counts = Object.fromEntries(
    facets.map((facet) => {
      const others = facets.filter((other) => other !== facet)
      const left = new Set(places.filter((place) => others.every((other) => agrees(other, place))))
      const count = (members: Set<number>) => {
        let common = 0
        for (const place of members) if (left.has(place)) common += 1
        return common
      }
      const ofValue = [...membership[facet]].map(([value, members]) => [value, count(members)])
      return [facet, new Map(ofValue as [string, number][])]
    }),
  ) as FacetCounts
  return {
    places: places.filter((place) => facets.every((facet) => agrees(facet, place))),
    counts,
  }
}
