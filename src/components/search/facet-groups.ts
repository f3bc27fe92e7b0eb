import type { EntryFacts } from '../../model/entry.ts'
import { facetValuesOf } from '../../search/fields.ts'
import { type Facet, facets, preprint } from '../../search/filters.ts'

/** One facet of the filter form. */
export interface FacetGroup {
  facet: Facet
  legend: string
  /** Its values in display order, with their numbers of entries. */
  values: { value: string; label: string; count: number }[]
}

const legends: Record<Facet, string> = {
  topic: 'Topic',
  kind: 'Kind',
  tag: 'Tag',
  year: 'First published',
  venue: 'Venue',
  has: 'Available',
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * The facets of a list with all values that occur, by the names given: topics in the order of their names, years newest first, tags by name, the rest
 * most frequent first.
 */
export function facetGroups(
  entries: readonly EntryFacts[],
  names: Partial<Record<Facet, ReadonlyMap<string, string>>>,
): FacetGroup[] {
  const each = entries.map(facetValuesOf)
  const order = [...(names.topic?.keys() ?? [])]
  const label = (facet: Facet, value: string) =>
    names[facet]?.get(value) ?? (facet === 'has' || value === preprint ? capital(value) : value)
  return facets
    .map((facet) => {
      const counts = new Map<string, number>()
      for (const values of each)
        for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
      const values = [...counts].map(([value, count]) => ({
        value,
        label: label(facet, value),
        count,
      }))
      const byLabel = (a: { label: string }, b: { label: string }) =>
        a.label.localeCompare(b.label, 'en')
      if (facet === 'topic') values.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
      else if (facet === 'year') values.sort((a, b) => Number(b.value) - Number(a.value))
      else if (facet === 'tag') values.sort(byLabel)
      else values.sort((a, b) => b.count - a.count || byLabel(a, b))
      return { facet, legend: legends[facet], values }
    })
    .filter(({ values }) => values.length > 0)
}
