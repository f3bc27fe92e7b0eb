import { listedItems, paperOf } from './listed-papers.ts'

/** The papers that a reader has ticked on this page. */
export interface Selection {
  /** Their ids; what a filter or another search takes from the page stays ticked. */
  readonly ids: ReadonlySet<string>
  /** Gives every paper that the page lists a box with the right tick. */
  offer(): void
  clear(): void
}

/** The box of a listed paper, made when it is first asked for. */
function boxOf(item: HTMLElement): HTMLInputElement {
  const known = item.querySelector<HTMLInputElement>('.pick input')
  if (known) return known
  const label = document.createElement('label')
  label.className = 'pick'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.setAttribute('aria-label', `Select ${item.querySelector('a')?.textContent ?? ''}`)
  label.append(box)
  item.prepend(label)
  return box
}

/** Begins a selection with nothing ticked; `changed` is called after every change, with the item whose box was ticked. */
export function startSelection(changed: (item?: Element) => void): Selection {
  const ids = new Set<string>()
  const offer = () => {
    for (const item of listedItems()) boxOf(item).checked = ids.has(paperOf(item))
  }
  document.querySelector('main')?.addEventListener('change', ({ target }) => {
    const item = target instanceof Element && target.closest('.pick')?.closest('li')
    if (!item) return
    const id = paperOf(item)
    if (!ids.delete(id)) ids.add(id)
    changed(item)
  })
  return {
    ids,
    offer,
    clear() {
      ids.clear()
      changed()
    },
  }
}
