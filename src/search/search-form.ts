import { facets } from './facet.ts'
import type { FacetCounts } from './narrow.ts'
import { parseState, type SearchState } from './state.ts'

/** The search page's form: the field, the facets' boxes and the order. */
export interface SearchForm {
  element: HTMLFormElement
  field: HTMLInputElement
  read(): SearchState
  write(state: SearchState): void
  /** Shows what each facet value would give; without counts, what it gives in the whole list. */
  count(counts?: FacetCounts): void
}

/** The boxes of the facets, each with where its count is shown and the count for the whole list. */
function boxesOf(form: HTMLFormElement) {
  return facets.flatMap((facet) =>
    [...form.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)].map((box) => {
      const label = box.closest('label')?.querySelector('[data-count]')
      return { facet, box, label, whole: Number(label?.textContent) }
    }),
  )
}

/** Takes the form of the search page in hand. */
export function searchForm(element: HTMLFormElement): SearchForm {
  const field = element.querySelector<HTMLInputElement>('input[type="search"]')
  const order = element.querySelector<HTMLSelectElement>('select[name="sort"]')
  if (!field || !order) throw new Error('Unexpected form, expected a search field and an order.')
  const boxes = boxesOf(element)
  const clear = element.querySelector<HTMLElement>('[data-clear]')

  const count: SearchForm['count'] = (counts) => {
    for (const { facet, box, label, whole } of boxes) {
      const found = counts ? (counts[facet].get(box.value) ?? 0) : whole
      if (label) label.textContent = String(found)
      // A chosen value stays within reach, or nobody could take it back.
      box.disabled = found === 0 && !box.checked
    }
    const checked = boxes.filter(({ box }) => box.checked)
    for (const facet of facets) {
      const ofFacet = checked.filter((one) => one.facet === facet).length
      const note = element.querySelector(`[data-chosen="${facet}"]`)
      if (note) note.textContent = ofFacet > 0 ? ` (${ofFacet})` : ''
    }
    if (clear) clear.hidden = checked.length === 0
  }
  return {
    element,
    field,
    count,
    read: () => {
      const given = [...new FormData(element)].map(([name, value]) => [name, String(value)])
      return parseState(new URLSearchParams(given).toString())
    },
    write: (state) => {
      field.value = state.query
      order.value = state.order
      for (const { facet, box } of boxes) box.checked = state.chosen[facet].includes(box.value)
    },
  }
}
