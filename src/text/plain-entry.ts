import type { EntryFacts } from '../model/entry.ts'

/** An entry as facts and words, without markup or trees. */
export interface PlainEntry {
  id: string
  facts: EntryFacts
  /** The abstract as a reader sees it. */
  abstract: string
  /** The curator's notes; absent when there are none. */
  notes?: string
}
