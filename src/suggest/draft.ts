import type { LinkKind } from '../model/entry.ts'

/** The folder in which a new entry is proposed. */
export const entriesFolder = 'content/papers'

const none: readonly string[] = []

/** A draft in which nothing is written: every field of the form, as it is typed. */
export const emptyDraft = {
  /** What was pasted to begin with. */
  paste: '',
  title: '',
  /** One name a line. */
  authors: '',
  published: '',
  paper: '',
  venue: '',
  doi: '',
  /** The authors' words; TeX may stand in them, and blank lines part paragraphs. */
  abstract: '',
  claim: '',
  /** Passages with a blank line between. */
  evidence: '',
  /** One name a line. */
  names: '',
  /** One title a line. */
  alsoTitled: '',
  /** Ids of tags, with commas between. */
  tags: '',
  code: '',
  data: '',
  model: '',
  project: '',
  /** Ids of topics and of kinds, the first chosen first. */
  topics: none,
  kind: none,
}

/** The fields for addresses of what comes with a paper. */
export const linkFields = ['code', 'data', 'model', 'project'] as const satisfies LinkKind[]

/** What a contributor has written so far. */
export interface Draft extends Readonly<typeof emptyDraft> {
  /** The file itself, where the contributor writes it by hand; the other fields are then ignored. */
  file?: string | undefined
}

/** Whether a draft has nothing in it that could become an entry. */
export function isEmpty({ paste: _, ...fields }: Draft): boolean {
  return Object.values(fields).every((value) => !value?.length)
}

/** What a pasted text told. */
export interface Pasted {
  /** The fields that it fills. */
  fields: Partial<Draft>
  /** What was read and what was not, in sentences. */
  said: string[]
}
