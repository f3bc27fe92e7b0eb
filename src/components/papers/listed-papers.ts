import { isHidden } from '../../desk/desk.ts'
import { ownDesk } from '../../desk/own.ts'
import { type FoundPapers, foundEvent, foundPapers } from '../../search/found.ts'

/** The items of the papers that stand in the page. */
export function listedItems(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main li[data-entry]:not(.away)')]
}

/** The id of an item's paper. */
export function paperOf(item: HTMLElement): string {
  return item.dataset['entry'] ?? ''
}

/** The papers that the page lists: those that stand in it, and where it searches, all that were found but those that the reader hides. */
export function listedPapers(): FoundPapers & { hiding: boolean } {
  const found = foundPapers()
  const shown = async () => (await found?.ids())?.filter((id) => !isHidden(ownDesk.desk, id)) ?? []
  if (found) return { ...found, hiding: ownDesk.desk.switched.has('hide-read'), ids: shown }
  const items = listedItems()
  return { count: items.length, words: [], hiding: false, ids: async () => items.map(paperOf) }
}

/** Whether a search has been answered with no paper at all. */
export function foundNothing(): boolean {
  return foundPapers()?.count === 0 && !document.querySelector('main [aria-busy]')
}

/** Calls a function whenever the page lists other papers. */
export function onListChange(call: () => void): void {
  document.addEventListener(foundEvent, call)
  const observer = new MutationObserver(call)
  const results = document.querySelector('main [data-results]')
  if (results)
    observer.observe(results, { childList: true, subtree: true, attributeFilter: ['class'] })
}
