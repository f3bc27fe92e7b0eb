import type { Answer } from './engine.ts'
import { facets } from './facet.ts'
import type { SearchState } from './state.ts'

/** A number of papers in words: `1 paper`, `2,000 papers`. */
export function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}

/** What is said above the results, and to those who listen: how many papers a state finds, and how well they fit. */
export function outcome(
  { total, fit }: Pick<Answer, 'total' | 'fit'>,
  { query, chosen }: SearchState,
): string {
  const words = query.trim()
  const asked = words ? ` for “${words}”` : ''
  const filtered = facets.some((facet) => chosen[facet].length > 0)
  if (total === 0) return `No paper${asked}${filtered ? ' under these filters' : ''}`
  if (words && fit === 'near') return `No paper matches “${words}”`
  return papers(total) + asked + (words && fit === 'part' ? ', none with all of it' : '')
}

/** The name of the link from the best results to all of them on the search page. */
export function onward({ total, fit }: Pick<Answer, 'total' | 'fit'>): string {
  if (fit === 'near') return `All ${total.toLocaleString('en')} that come near, with filters`
  return total === 1
    ? 'The one result, with filters'
    : `All ${total.toLocaleString('en')} results, with filters`
}
