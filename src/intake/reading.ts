import type { BibliographyItem } from './bibliography.ts'

/** One paper as a listing has it: the words of its authors. */
export interface PaperRecord {
  /** The title as it stands there, on one line. */
  title: string
  /** The line of the title, from 1. */
  line: number
  /** The paragraphs of the abstract, each on one line. */
  abstract: string[]
}

/** One paper as a file has it: a record of a listing, and what else the file knows. */
export interface ReadRecord extends PaperRecord {
  /** What the file says beside title and abstract; facts that it lacks are absent. */
  item: BibliographyItem
  /** The paper's address where it is on neither arXiv nor under a DOI. */
  paper?: string
}

/** Something in a file that did not come through. */
export interface LeftOut {
  /** Where it stands, from 1. */
  line: number
  /** What it is, as a phrase: "`Deep Dreams` (`dreams2020`)". */
  what: string
  /** Why it stays out, as a phrase that goes on after a colon: "no title". */
  why: string
}

/** A file as read: what came through, and all that did not. */
export interface Reading {
  records: ReadRecord[]
  leftOut: LeftOut[]
  /** Fields that no fact of an entry is made of, and how often the file has each. */
  unread: Map<string, number>
}

/** Counts one more of a name. */
export function countOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}
