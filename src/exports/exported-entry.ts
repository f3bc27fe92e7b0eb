import type { EntryFacts } from '../model/entry.ts'

/** An entry with everything that any export reads of it. */
export interface ExportedEntry extends EntryFacts {
  id: string
  /** The abstract as a reader sees it, without markup. */
  abstractText: string
  /** The abstract as HTML. */
  abstractHtml: string
}
