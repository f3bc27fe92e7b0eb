import { isHidden } from '../../desk/desk.ts'
import { ownDesk } from '../../desk/own.ts'
import { type FoundPapers, found } from '../../search/found.ts'

/** The items of the papers in the page. */
export function listedItems(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)')]
}

/** The paper id of an item. */
export function paperOf(item: HTMLElement): string {
  return item.dataset['entry'] ?? ''
}

/** The ids of the papers that the page lists: those in it, or all that its search has found, without those that the reader hides. */
export function listedPapers(): FoundPapers & { hiding: boolean } {
  const shown = async () => (await found?.ids())?.filter((id) => !isHidden(ownDesk.desk, id)) ?? []
  if (found) return { ...found, hiding: ownDesk.desk.switched.has('hide-read'), ids: shown }
  const items = listedItems()
  return { count: items.length, words: [], hiding: false, ids: async () => items.map(paperOf) }
}

/** Whether a search has found no paper. */
export function foundNothing(): boolean {
  return found?.count === 0 && !document.querySelector('main [aria-busy]')
}

/** Calls a function whenever the listed papers change. */
export function onListChange(call: () => void): void {
  document.addEventListener('found', call)
  const observer = new MutationObserver(call)
  const results = document.querySelector('main [data-results]')
  if (results)
    observer.observe(results, { childList: true, subtree: true, attributeFilter: ['class'] })
}
