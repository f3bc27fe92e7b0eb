/** The papers that a page lists. */
export interface FoundPapers {
  count: number
  /** The search in words; empty if the page lists the papers without one. */
  words: readonly string[]
  /** The ids of all papers, including those that are not shown yet. */
  ids(): Promise<string[]>
}

let found: FoundPapers | undefined

/** The papers that the search of this page has found; undefined without a search. */
export const foundPapers = (): FoundPapers | undefined => found

/** The event on the document that is sent when the found papers change. */
export const foundEvent = 'found'

/** Sets the found papers, and sends the event. */
export function announceFound(papers: FoundPapers | undefined): void {
  found = papers
  document.dispatchEvent(new Event(foundEvent))
}
