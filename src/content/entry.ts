import type { EntryFacts } from '../model/entry.ts'
import { type Author, authorName } from '../model/person.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { proseHtml } from '../text/html.ts'
import { plainText } from '../text/plain.ts'

/** An entry for pages, exports and search: its facts, plain text and HTML. None of it is code. */
export interface Entry extends Omit<EntryFacts, 'authors'> {
  id: string
  /** The printed name of every author, in the paper's order. */
  authors?: string[] | undefined
  /** The authors as the entry has them. Absent if all of them are printed names. */
  people?: Author[] | undefined
  /** The entry's file, relative to the project's root. */
  path: string
  /** The abstract without markup. */
  abstractText: string
  /** The abstract as HTML, with the evidence in `<mark>`. */
  abstractHtml: string
  /** The curator's notes, without markup. Absent if there are none. */
  notesText?: string
  /** The curator's notes as HTML. Absent if there are none. */
  notesHtml?: string
}

/** Makes an entry from a parsed file and its validated facts. */
export function entryOf({ id, path, abstract, notes }: EntryFile, facts: EntryFacts): Entry {
  const { authors, ...others } = facts
  const hasParts = authors?.some((author) => typeof author !== 'string')
  return {
    ...others,
    ...(authors && { authors: authors.map(authorName) }),
    ...(hasParts && { people: authors }),
    id,
    path,
    abstractText: plainText(abstract),
    abstractHtml: proseHtml(abstract, facts.evidence),
    ...(notes && { notesText: plainText(notes), notesHtml: proseHtml(notes) }),
  }
}
