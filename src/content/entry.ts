import type { EntryFacts } from '../model/entry.ts'
import { type Author, authorName } from '../model/person.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { proseHtml } from '../text/html.ts'
import { plainText } from '../text/plain.ts'

/** An entry as pages, exports and search see it: its facts, plain texts and finished HTML. Nothing in it could run. */
export interface Entry extends Omit<EntryFacts, 'authors'> {
  id: string
  /** Every author in the paper's order, each name as it is printed. */
  authors?: string[] | undefined
  /** The authors as the entry writes them. Absent if none of them is in parts. */
  people?: Author[] | undefined
  /** The entry's file, relative to the project's root. */
  path: string
  /** The abstract as a reader sees it, without markup. */
  abstractText: string
  /** The abstract as HTML, with the evidence in `<mark>`. */
  abstractHtml: string
  /** The curator's notes, without markup. Absent if there are none. */
  notesText?: string
  /** The curator's notes as HTML. Absent if there are none. */
  notesHtml?: string
}

/** The entry that a file holds. Its facts are given, because only a parsed file has facts that hold. */
export function entryOf({ id, path, abstract, notes }: EntryFile, facts: EntryFacts): Entry {
  const { authors, ...others } = facts
  const isParted = authors?.some((author) => typeof author !== 'string')
  return {
    ...others,
    ...(authors && { authors: authors.map(authorName) }),
    ...(isParted && { people: authors }),
    id,
    path,
    abstractText: plainText(abstract),
    abstractHtml: proseHtml(abstract, facts.evidence),
    ...(notes && { notesText: plainText(notes), notesHtml: proseHtml(notes) }),
  }
}
