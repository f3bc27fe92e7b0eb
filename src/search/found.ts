/** What a page tells of the papers that it lists. */
export interface FoundPapers {
  count: number
  /** The ids of all of them, also of those that are not in the document. */
  ids(): Promise<string[]>
}

/** The name of the event by which a page that searches tells it; its detail is undefined where nothing is asked for. */
export const foundEvent = 'found'

/** A number of papers in words: `1 paper`, `2,000 papers`. */
export function papers(count: number): string {
  return count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`
}
