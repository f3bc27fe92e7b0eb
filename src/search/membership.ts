import { type Facet, type FacetValues, facets } from './facet.ts'

/** Which entries have a value, by facet and value; entries are named by their place in the list, newest first, from 0. */
export type Membership = Record<Facet, Map<string, Set<number>>>

/** The same as it travels: places ascending, each written as its distance from the one before. */
export type PackedMembership = Record<Facet, Record<string, number[]>>

/** Packs the facet values of all entries, in the order of the list. Values are in code-point order, so that equal lists pack equally. */
export function packMembership(entries: readonly FacetValues[]): PackedMembership {
  const pack = (facet: Facet) => {
    const last = new Map<string, number>()
    const values = new Map<string, number[]>()
    entries.forEach((entry, place) => {
      for (const value of new Set(entry[facet])) {
        values.set(value, [...(values.get(value) ?? []), place - (last.get(value) ?? 0)])
        last.set(value, place)
      }
    })
    return Object.fromEntries([...values].sort(([a], [b]) => (a < b ? -1 : 1)))
  }
  return Object.fromEntries(facets.map((facet) => [facet, pack(facet)])) as PackedMembership
}

/** Reads a packed membership. */
export function unpackMembership(packed: PackedMembership): Membership {
  const unpack = (distances: number[]) => {
    let place = 0
    return new Set(distances.map((distance) => (place += distance)))
  }
  return Object.fromEntries(
    facets.map((facet) => [
      facet,
      new Map(Object.entries(packed[facet]).map(([value, places]) => [value, unpack(places)])),
    ]),
  ) as Membership
}
