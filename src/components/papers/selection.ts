import { listedItems, paperOf } from './listed-papers.ts'

/** The papers that a reader has ticked on this page. */
export interface Selection {
  /** Their ids; a paper stays ticked when a filter or another search removes it from the page. */
  readonly ids: ReadonlySet<string>
  /** Updates the checkbox of every listed paper. */
  offer(): void
  clear(): void
}

/** The checkbox of a listed paper, created if needed. */
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

/** Starts an empty selection; `changed` is called after every change, with the item whose checkbox was used. */
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
