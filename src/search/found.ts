/** The papers that the search of a page has found. */
export interface FoundPapers {
  count: number
  /** The search in words; empty if the page lists the papers without one. */
  words: readonly string[]
  /** The ids of all papers, including those that are not shown yet. */
  ids(): Promise<string[]>
}

/** The papers that the search of this page has found; undefined without a search. */
export let found: FoundPapers | undefined

/** Sets the found papers, and sends the document the event `found`. */
export function announceFound(papers: FoundPapers | undefined): void {
  found = papers
  document.dispatchEvent(new Event('found'))
}
