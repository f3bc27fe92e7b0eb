import type { EntryFacts } from '../model/entry.ts'
import { type Facet, type FacetValues, facets, preprint } from './facet.ts'
import { facetValuesOf } from './facet-values.ts'

/** One facet as a reader chooses from it. */
export interface FacetGroup {
  facet: Facet
  legend: string
  /** Its values in the order in which they are shown, with the number of entries that have each. */
  values: { value: string; label: string; count: number }[]
}

const legends: Record<Facet, string> = {
  topic: 'Topic',
  kind: 'Kind',
  year: 'Year',
  venue: 'Venue',
  has: 'Available',
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/** The facets of a list with all values that occur: topics in their order, years newest first, the rest most frequent first. */
export function facetGroups(
  entries: readonly EntryFacts[],
  topics: readonly { id: string; name: string }[],
): FacetGroup[] {
  const each: FacetValues[] = entries.map(facetValuesOf)
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]))
  const label = (facet: Facet, value: string) => {
    if (facet === 'topic') return topicNames.get(value) ?? value
    if (facet === 'has') return `Has ${value}`
    return facet === 'kind' || value === preprint ? capital(value) : value
  }
  return facets.map((facet) => {
    const counts = new Map<string, number>()
    if (facet === 'topic') for (const { id } of topics) counts.set(id, 0)
    for (const values of each)
      for (const value of values[facet]) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts]
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value, label: label(facet, value), count }))
    const byName = (a: string, b: string) => (a < b ? -1 : 1)
    if (facet === 'year') values.sort((a, b) => byName(b.value, a.value))
    else if (facet !== 'topic') values.sort((a, b) => b.count - a.count || byName(a.label, b.label))
    return { facet, legend: legends[facet], values }
  })
}
