/** The items of the papers that the page lists: what a filter takes away has left the document. */
export function listedItems(): HTMLElement[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      'main li[data-entry], main [data-results]:not([hidden]) > li',
    ),
  ]
}

/** The id of an item's paper; a search result has it in its address only. */
export function paperOf(item: HTMLElement): string {
  return item.dataset['entry'] ?? item.querySelector('a')?.pathname.split('/').at(-2) ?? ''
}

/** Calls a function whenever the page lists other papers. */
export function whenListed(call: () => void): void {
  const observer = new MutationObserver(call)
  for (const list of document.querySelectorAll('main #list, main [data-results]'))
    observer.observe(list, { childList: true, attributeFilter: ['hidden'] })
}
