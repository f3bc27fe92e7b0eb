import { part } from '../browser/dom.ts'
import { chosenFacets, type Facet, type FacetCounts, facets } from './filters.ts'
import { parseState, type SearchState } from './url-state.ts'

/** The form of the search page: the field, the facets' checkboxes and the order. */
export function formOf(element: HTMLFormElement) {
  const field = part(element, 'field', HTMLInputElement)
  const order = part(element, 'order', HTMLSelectElement)
  const clear = part(element, 'clear', HTMLElement)
  const unknown = part(element, 'unknown', HTMLElement)
  const boxes = facets.flatMap((facet) =>
    [...element.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)].map((box) => {
      const [name, label] = box.closest('label')?.querySelectorAll('span') ?? []
      return { facet, box, name: name?.textContent ?? '', label, whole: Number(label?.textContent) }
    }),
  )
  const legendOf = (facet: Facet) =>
    element.querySelector(`[data-facet="${facet}"] legend`)?.textContent ?? facet
  const read = (): SearchState => {
    const given = [...new FormData(element)].map(([name, value]) => [name, String(value)])
    return parseState(new URLSearchParams(given).toString())
  }
  return {
    element,
    field,
    read,
    /** Shows a state in the form, names the values that the list doesn't have, and gives the state without them. */
    write(state: SearchState): SearchState {
      field.value = state.query
      order.value = state.order
      for (const { facet, box } of boxes) box.checked = state.chosen[facet].includes(box.value)
      const left = { ...read(), exact: state.exact }
      const strange = chosenFacets(state.chosen).flatMap((facet) =>
        state.chosen[facet]
          .filter((value) => !left.chosen[facet].includes(value))
          .map((value) => `no “${value}” under ${legendOf(facet)}`),
      )
      unknown.hidden = strange.length === 0
      unknown.textContent = `This list has ${strange.join(' and ')}.`
      return left
    },
    /** A state in words: the query and the labels of the chosen values. */
    words: ({ query, chosen }: SearchState): string[] => [
      ...(query.trim() ? [query.trim()] : []),
      ...boxes.flatMap(({ facet, box, name }) => (chosen[facet].includes(box.value) ? name : [])),
    ],
    /** Labels the orders: without a query, the first one is the order of the list, newest paper first. */
    offerOrders(words: boolean): void {
      const [first, newest] = order.options
      if (first) first.text = words ? 'relevance' : 'newest'
      if (newest) newest.hidden = !words
    },
    /** The facets that are open, so that their counts are visible. */
    openFacets: () =>
      facets.filter((facet) => element.querySelector(`[data-facet="${facet}"][open]`)),
    /** Shows the count of each facet value; without `counts`, its count in the whole list; nothing while a count is unknown. */
    count(counts?: FacetCounts | 'unknown'): void {
      for (const { facet, box, label, whole } of boxes) {
        const known = counts === 'unknown' ? undefined : counts?.[facet]
        const found = known?.size ? (known.get(box.value) ?? 0) : whole
        if (label) label.textContent = counts === 'unknown' ? '' : String(found)
        // A chosen value stays enabled, so that it can be unchecked.
        box.disabled = found === 0 && !box.checked
      }
      for (const facet of facets) {
        const chosen = boxes.filter((one) => one.facet === facet && one.box.checked).length
        const note = element.querySelector(`[data-chosen="${facet}"]`)
        if (note) note.textContent = chosen > 0 ? ` (${chosen})` : ''
      }
      clear.hidden = !boxes.some(({ box }) => box.checked)
    },
  }
}
