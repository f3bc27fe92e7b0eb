import type { EntryFacts } from '../model/entry.ts'
import type { EntryFile } from './entry-file.ts'
import { plainText } from './plain.ts'

/** An entry as facts and words, without markup or trees. */
export interface PlainEntry {
  id: string
  facts: EntryFacts
  /** The abstract as a reader sees it. */
  abstract: string
  /** The curator's notes; absent when there are none. */
  notes?: string
}

/** The plain form of an entry's file, whose facts are given. */
export function plainEntryOf(
  { id, abstract, notes }: Pick<EntryFile, 'id' | 'abstract' | 'notes'>,
  facts: EntryFacts,
): PlainEntry {
  return {
    id,
    facts,
    abstract: plainText(abstract),
    ...(notes && { notes: plainText(notes) }),
  }
}
