import { element } from '../browser/element.ts'
import { papers } from '../model/count.ts'
import { chosenFacets } from './filters.ts'
import type { Content } from './result-item.ts'
import type { Answer } from './search.ts'
import type { SearchState } from './url-state.ts'

/** What is said of an answer besides its results, by the attributes of the page’s elements. */
export function outcomeOf(state: SearchState, answer: Answer): Record<string, Content> {
  const { query, chosen } = state
  const { places, near, repaired = '', absent, paths } = answer
  const filtered = chosenFacets(chosen).length > 0
  const fewer = `Try fewer or other words${filtered ? ', or remove a filter' : ''}.`
  return {
    total: [outcomeText(answer, state)],
    instead: repaired !== '',
    repaired: [repaired],
    typed: [query],
    absent: absent !== undefined,
    missing: [`${absent?.name} is not on this list; it is ${absent?.is}.`],
    reading: paths.length > 0,
    'path-names': paths.flatMap(({ id, name }, nth) => {
      const link = element('a', { href: `${import.meta.env.BASE_URL}paths/${id}/` }, name)
      return nth > 0 ? [', ', link] : [link]
    }),
    near: near && places.length > 0,
    all: places.length > 0,
    nothing: places.length === 0,
    advice: [query ? fewer : 'Remove a filter.'],
  }
}

/** The line above the results, also for screen readers: how many papers were found, and how many match the whole query. */
export function outcomeText(
  { places, near, full, repaired }: Pick<Answer, 'places' | 'near' | 'full' | 'repaired'>,
  { query, chosen }: Pick<SearchState, 'query' | 'chosen'>,
): string {
  const words = repaired ?? query
  const asked = words ? ` for “${words}”` : ''
  const filtered = chosenFacets(chosen).length > 0
  if (places.length === 0) return `No paper${asked}${filtered ? ' with these filters' : ''}`
  if (words && near) return `No paper matches “${words}”`
  const partly = full < places.length && /\s/.test(words)
  return papers(places.length) + asked + (partly ? `, ${full || 'none'} with all of it` : '')
}
