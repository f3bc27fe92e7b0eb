/** A list that is searched by one of the ways that are compared. */
export interface Finder {
  /** What the table calls it. */
  name: string
  /** The ids that are shown as results, best first, ten at most. */
  find(query: string): Promise<string[]>
}
