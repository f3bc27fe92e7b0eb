import type { EntryFacts } from '../model/entry.ts'
import type { EntryFile } from './entry-file.ts'
import { proseHtml } from './html.ts'
import { type PlainEntry, plainEntryOf } from './plain-entry.ts'

/** An entry as the site has it: plain data and finished HTML, nothing that could run. */
export interface LoadedEntry extends PlainEntry {
  /** The entry's file, relative to the project's root. */
  path: string
  /** The abstract as HTML, with the evidence in `<mark>`. */
  abstractHtml: string
  /** The curator's notes as HTML; absent when there are none. */
  notesHtml?: string
}

/** What the site has of an entry's file, whose facts are given. */
export function loadedEntryOf(file: EntryFile, facts: EntryFacts): LoadedEntry {
  return {
    ...plainEntryOf(file, facts),
    path: file.path,
    abstractHtml: proseHtml(file.abstract, facts.evidence),
    ...(file.notes && { notesHtml: proseHtml(file.notes) }),
  }
}

// The loader, the pages and the integrations are copies of every module in one process: only the global object is common.
// In Astro's own store all texts would go through the bundler, which at 10,000 entries keeps a gigabyte for them.
const place = Symbol.for('reading-list.entries')
const common = globalThis as { [place]?: readonly LoadedEntry[] }

/** Leaves the entries that the loader has read for the pages and for the index, so that none is parsed twice. */
export function leaveEntries(entries: readonly LoadedEntry[]): void {
  common[place] = entries
}

/** The entries that the loader has read last, by path. Throws when it has not run. */
export function loadedEntries(): readonly LoadedEntry[] {
  const entries = common[place]
  if (!entries)
    throw new Error(
      'Unexpected build without entries, expected them of the loader of papers. Let `leaveEntries` be called before.',
    )
  return entries
}
