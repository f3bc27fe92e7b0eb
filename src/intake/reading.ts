import { LineCounter } from 'yaml'
import { z } from 'zod'
import { isSafeAddress } from '../model/address.ts'
import type { Finding } from '../model/finding.ts'
import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { partialDate } from '../model/partial-date.ts'
import { author, authorName } from '../model/person.ts'
import { inShell } from '../model/visible.ts'

const words = z.string().trim().min(1, 'expected a value')
const address = words.refine(isSafeAddress, 'expected an address that begins with `https://`')
const absent = <T extends z.ZodType>(type: T) =>
  type.nullish().transform((value) => value ?? undefined)

/** What a bibliography knows of one paper; `null` and absent both mean that there is no source for a fact. */
export const bibliographyItem = z.object({
  /** The title as the listing has it. */
  title: words,
  /** arXiv's identifier, with or without its address and version. */
  arxiv: absent(
    words.refine((text) => arxivIdOf(text) !== undefined, "expected arXiv's identifier"),
  ),
  /** Every author in the paper's order. */
  authors: absent(z.array(author)),
  /** The first public version: a day, a month or a year. */
  published: absent(partialDate),
  /** Where the paper was published, and when. */
  venue: absent(z.object({ name: words, year: absent(z.number().int().min(1900).max(2100)) })),
  /** The publisher's DOI. */
  doi: absent(words.refine((text) => doiOf(text) !== undefined, 'expected a DOI')),
  /** Where the paper's code is. */
  code: absent(address),
  /** Where the paper's data are. */
  data: absent(address),
  /** Where the paper's model is. */
  model: absent(address),
  /** Where the paper's project page is. */
  project: absent(address),
  /** Earlier or later titles of the same work. */
  alsoTitled: absent(z.array(words)),
})
export type BibliographyItem = z.infer<typeof bibliographyItem>

/** A paper of which nothing is known. */
export const noFacts = bibliographyItem.omit({ title: true }).parse({})

/** A field of a paper as a file has it. */
export interface SourceField {
  /** Its name in the file; of a field within others with points, `externalIds.DOI`. */
  name: string
  value: unknown
  line: number
}

/** One paper in a file's own words, before anything is judged. */
export interface SourceItem {
  /** Where it stands in the file, from 1. */
  line: number
  /** How the file calls it: a citation key, or nothing. */
  key?: string
  /** What may stand in its texts: TeX with BibTeX's braces, nothing, or the markup of CSL-JSON and JATS. */
  form: 'TeX' | 'RIS' | 'markup'
  fields: readonly SourceField[]
}

/** A part of a file that is no paper, in its own words. */
export interface NoItem {
  /** From 1. */
  line: number
  source: string
  /** Why it stays out, as a clause. */
  why: string
  /** What it is called, where it is no loss: a field that no fact is made of. */
  name?: string
}

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
  /** The file's own date, where arXiv's identifier tells an earlier one. */
  ownDate?: string
}

/** All that a file says of a paper beside its title and its abstract, each fact in words. */
export function factsOf({ item, paper }: Pick<ReadRecord, 'item' | 'paper'>): string[] {
  const { arxiv, doi, authors, venue, published, code, data, model, project } = item
  const names = authors?.map(authorName).join(', ')
  const [id, when] = [arxiv && `arXiv:${arxiv}`, venue?.name ?? published]
  return [names, when, id, doi, paper, code, data, model, project].flatMap((fact) => fact || [])
}

/** Something in a file that did not come through. */
export interface LeftOut {
  /** Where it stands, from 1. */
  line: number
  /** What it is, as a phrase: "venue of `Deep Dreams`". */
  what: string
  /** Why it stays out, as a phrase that goes on after a colon: "no title". */
  why: string
  /** The line of `venues.yaml` that a venue would need, where the vocabulary lacks it. */
  venue?: string
}

/** A field of a file that no fact of an entry is made of. */
export interface UnusedField {
  line: number
  /** The field's name in the file. */
  name: string
  value: string
  /** Why it is not used, as a clause that follows "since". */
  why: string
}

/** The longest text that a report shows whole, in characters: a list of hundreds of authors. */
export const longestSaid = 5000

/** A file as read: what came through, and all that did not. */
export interface Reading {
  records: ReadRecord[]
  leftOut: LeftOut[]
  unused: UnusedField[]
}

/** A file of which nothing is read yet. */
export function emptyReading(): Reading {
  return { records: [], leftOut: [], unused: [] }
}

/** Tells the line, from 1, of each offset in a text. */
export function lineFinder(text: string): (offset: number) => number {
  const counter = new LineCounter()
  for (const { index } of text.matchAll(/^|(?<=\n)/g)) counter.addNewLine(index)
  return (offset) => counter.linePos(offset).line
}

/** What is wrong with a listing, a bibliography or a target folder, at a place in a file. The rule is called `listing`. */
export function fault(path: string, message: string, line = 1, column = 1): Finding {
  return { path: path.replaceAll('\\', '/'), line, column, rule: 'listing', message }
}

/** The command that asks the services for papers, as one types it into a shell. */
export function addCommand(...ids: string[]): string {
  return `npm run add -- ${ids.map(inShell).join(' ')}`
}
