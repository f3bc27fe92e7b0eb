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

// A build's loader and its integrations are two copies of every module in one process: only the global object is common.
const place = Symbol.for('reading-list.plain-entries')
const common = globalThis as { [place]?: readonly PlainEntry[] }

/** Leaves the entries that a build has loaded for what comes at its end, so that none is parsed twice. */
export function handOverEntries(entries: readonly PlainEntry[]): void {
  common[place] = entries
}

/** Takes the entries that the loader of this build has left. Throws when there are none. */
export function takeOverEntries(): readonly PlainEntry[] {
  const entries = common[place]
  delete common[place]
  if (!entries)
    throw new Error(
      'Unexpected end of the build, expected its entries. Let the loader of papers hand them over.',
    )
  return entries
}
