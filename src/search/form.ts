import { type FacetCounts, facets } from './filters.ts'
import { part } from './part.ts'
import { parseState, type SearchState } from './url-state.ts'

/** The form of a page that searches: the field, the facets' boxes and the order. */
export function formOf(element: HTMLFormElement) {
  const field = part(element, 'field', HTMLInputElement)
  const order = part(element, 'order', HTMLSelectElement)
  const clear = part(element, 'clear', HTMLElement)
  const groups = [...element.querySelectorAll('details')]
  const boxes = facets.flatMap((facet) =>
    [...element.querySelectorAll<HTMLInputElement>(`input[name="${facet}"]`)].map((box) => {
      const label = box.closest('label')?.querySelector('[data-count]')
      return { facet, box, label, whole: Number(label?.textContent) }
    }),
  )
  return {
    element,
    field,
    read(): SearchState {
      const given = [...new FormData(element)].map(([name, value]) => [name, String(value)])
      return parseState(new URLSearchParams(given).toString())
    },
    write(state: SearchState): void {
      field.value = state.query
      order.value = state.order
      for (const { facet, box } of boxes) box.checked = state.chosen[facet].includes(box.value)
    },
    /** The facets whose counts a reader sees. */
    openFacets: () =>
      facets.filter((facet) =>
        groups.some(({ open, dataset }) => open && dataset['facet'] === facet),
      ),
    /** Shows what each facet value would give; without counts, what it gives in the whole list; nothing where it is unknown. */
    count(counts?: FacetCounts | 'unknown'): void {
      for (const { facet, box, label, whole } of boxes) {
        const known = counts === 'unknown' ? undefined : counts?.[facet]
        const found = known?.size ? (known.get(box.value) ?? 0) : whole
        if (label) label.textContent = counts === 'unknown' ? '' : String(found)
        // A chosen value stays within reach, or nobody could take it back.
        box.disabled = found === 0 && !box.checked
      }
      const checked = boxes.filter(({ box }) => box.checked)
      for (const facet of facets) {
        const ofFacet = checked.filter((one) => one.facet === facet).length
        const note = element.querySelector(`[data-chosen="${facet}"]`)
        if (note) note.textContent = ofFacet > 0 ? ` (${ofFacet})` : ''
      }
      clear.hidden = checked.length === 0
    },
  }
}
