import { part } from '../browser/dom.ts'
import { chosenFacets, type Facet, type FacetCounts } from './filters.ts'
import { fill } from './result-item.ts'
import type { SearchState } from './url-state.ts'

const boxes = 'fieldset input'

/** Shows a state in the form of the search page, and names the values that the list doesn’t have. */
export function showState(form: HTMLFormElement, state: SearchState): void {
  part(form, 'field', HTMLInputElement).value = state.query
  part(form, 'exact', HTMLInputElement).checked = state.exact
  part(form, 'order', HTMLSelectElement).value = state.order
  const known = new Set<string>()
  for (const box of form.querySelectorAll<HTMLInputElement>(boxes)) {
    box.checked = state.chosen[box.name as Facet].includes(box.value)
    known.add(`${box.name} ${box.value}`)
  }
  const strange = chosenFacets(state.chosen).flatMap((facet) => {
    const legend = form.querySelector(`[data-facet="${facet}"] legend`)?.textContent ?? facet
    const unknown = state.chosen[facet].filter((value) => !known.has(`${facet} ${value}`))
    return unknown.map((value) => `no “${value}” under ${legend}`)
  })
  fill(form, { unknown: strange.length > 0 && [`This list has ${strange.join(' and ')}.`] })
}

/** The names of the chosen values. */
export function namesOf(form: HTMLFormElement): string[] {
  const names = [...form.querySelectorAll(':checked + span')]
  return names.map(({ textContent }) => textContent)
}

/** Labels the orders: without a query, the first one is the order of the list, newest paper first. */
export function offerOrders(form: HTMLFormElement, words: boolean): void {
  const [first, newest] = part(form, 'order', HTMLSelectElement).options
  if (first) first.text = words ? 'relevance' : 'newest'
  if (newest) newest.hidden = !words
}

/** The facets whose values are open, so that their counts are visible. */
export function openFacets(form: HTMLFormElement): Facet[] {
  const open = [...form.querySelectorAll<HTMLElement>('[data-facet][open]')]
  return open.map(({ dataset }) => dataset['facet'] as Facet)
}

/** Shows how many papers each value has; of a facet without counts, how many in the whole list. */
export function showCounts(form: HTMLFormElement, counts: FacetCounts = {}): void {
  for (const box of form.querySelectorAll<HTMLInputElement>(boxes)) {
    const label = part(box.parentElement ?? form, 'count', HTMLElement)
    const known = counts[box.name as Facet]
    const count = known ? (known.get(box.value) ?? 0) : Number(label.dataset['count'])
    label.textContent = String(count)
    // A chosen value stays enabled, so that it can be unchecked.
    box.disabled = count === 0 && !box.checked
  }
  for (const facet of form.querySelectorAll('[data-facet]')) {
    const { length } = facet.querySelectorAll(':checked')
    fill(facet, { chosen: [length > 0 ? ` (${length})` : ''] })
  }
  fill(form, { clear: form.querySelector(`${boxes}:checked`) !== null })
}
