import type { EntryFacts } from '../../model/entry.ts'
import { facetValuesOf } from '../../search/fields.ts'
import { type Facet, facets, preprint } from '../../search/filters.ts'

/** A value of a facet, with its name for readers and the number of entries that have it. */
interface Value {
  value: string
  label: string
  count: number
}

const byName = (a: Value, b: Value) => a.label.localeCompare(b.label, 'en')
const byCount = (a: Value, b: Value) => b.count - a.count || byName(a, b)
const groups: Record<Facet, { legend: string; order: (a: Value, b: Value) => number }> = {
  // Topics are already in the order of the list.
  topic: { legend: 'Topic', order: () => 0 },
  kind: { legend: 'Kind', order: byCount },
  tag: { legend: 'Tag', order: byName },
  year: { legend: 'First published', order: (a, b) => Number(b.value) - Number(a.value) },
  venue: { legend: 'Venue', order: byCount },
  has: { legend: 'Available', order: byCount },
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The facets of the filter form, each with its legend and the values that the entries have. */
export function facetGroups(
  entries: readonly EntryFacts[],
  names: Partial<Record<Facet, ReadonlyMap<string, string>>>,
): { facet: Facet; legend: string; values: Value[] }[] {
  const each = entries.map(facetValuesOf)
  return facets.flatMap((facet) => {
    const entriesByValue = Map.groupBy(
      each.flatMap((values) => values[facet]),
      (value) => value,
    )
    const named = [...(names[facet]?.keys() ?? [])].filter((value) => entriesByValue.has(value))
    const values = [...new Set([...named, ...entriesByValue.keys()])].map((value) => ({
      value,
      label:
        names[facet]?.get(value) ??
        (facet === 'has' || value === preprint ? capital(value) : value),
      count: entriesByValue.get(value)?.length ?? 0,
    }))
    const { legend, order } = groups[facet]
    return values.length > 0 ? [{ facet, legend, values: values.sort(order) }] : []
  })
}
