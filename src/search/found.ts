/** What a page tells of the papers that it lists. */
export interface FoundPapers {
  count: number
  /** What was asked for, in words; empty where the page lists them by itself. */
  words: readonly string[]
  /** The ids of all of them, also of those that are not in the document. */
  ids(): Promise<string[]>
}

let found: FoundPapers | undefined

/** The papers that a search of this page has found; undefined where nothing is asked for. */
export const foundPapers = (): FoundPapers | undefined => found

/** The event on the document that says that others were found. */
export const foundEvent = 'found'

/** Tells which papers a search of this page has found. */
export function announceFound(papers: FoundPapers | undefined): void {
  found = papers
  document.dispatchEvent(new Event(foundEvent))
}
