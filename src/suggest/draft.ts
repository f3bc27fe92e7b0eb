import type { LinkKind } from '../model/entry.ts'

/** The folder of the entries. */
export const entriesFolder = 'content/papers'

const none: readonly string[] = []

/** A draft with nothing in it: the value of every field of the form, as typed. */
export const emptyDraft = {
  /** The text that was pasted first. */
  paste: '',
  title: '',
  /** One name per line. */
  authors: '',
  published: '',
  paper: '',
  venue: '',
  doi: '',
  /** The authors' words. May contain TeX; blank lines separate paragraphs. */
  abstract: '',
  claim: '',
  /** Passages, separated by blank lines. */
  evidence: '',
  /** One name per line. */
  names: '',
  /** One title per line. */
  alsoTitled: '',
  /** Ids, names or aliases of tags, separated by commas. */
  tags: '',
  code: '',
  data: '',
  model: '',
  project: '',
  /** Ids of topics and of kinds, in the order in which they were chosen. */
  topics: none,
  kind: none,
}

/** The fields for links to code, data, models and projects. */
export const linkFields = ['code', 'data', 'model', 'project'] as const satisfies LinkKind[]

/** What a contributor has filled in so far. */
export interface Draft extends Readonly<typeof emptyDraft> {
  /** The text of the file, if the contributor edits it by hand. The other fields are then ignored. */
  file?: string | undefined
}

/** Whether all fields are empty, apart from the pasted text. */
export function isEmpty({ paste: _, ...fields }: Draft): boolean {
  return Object.values(fields).every((value) => !value?.length)
}

/** The result of parsing a pasted text. */
export interface ParsedPaste {
  /** The fields to fill in. */
  fields: Partial<Draft>
  /** Sentences that say what was read and what was not. */
  messages: string[]
}
