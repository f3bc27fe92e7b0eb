import { LineCounter } from 'yaml'
import type { Finding } from '../model/finding.ts'
import { type Author, authorName } from '../model/person.ts'
import { shellQuote } from '../model/terminal-text.ts'
import { shown } from '../text/messages.ts'

/** A paper that was read: its authors' words, and what its source knows of it. A fact without a source is absent. */
export interface Paper {
  /** The title as it stands there, on one line. */
  title: string
  /** The line of the title in its file, from 1. */
  line: number
  /** The paragraphs of the abstract, each on one line. */
  abstract: string[]
  /** Every author in the paper's order. */
  authors?: Author[] | undefined
  /** The first public version: a day, a month or a year. */
  published?: string | undefined
  /** Where it was published, as an entry writes it: `NeurIPS 2023`. */
  venue?: string | undefined
  /** arXiv's identifier. */
  arxiv?: string | undefined
  /** The publisher's DOI. */
  doi?: string | undefined
  /** Its address where it is on neither arXiv nor under a DOI. */
  paper?: string | undefined
  code?: string | undefined
  data?: string | undefined
  model?: string | undefined
  project?: string | undefined
  /** Earlier or later titles of the same work. */
  alsoTitled?: string[] | undefined
}

/** The facts of a paper beside its titles and its abstract, in the order in which reports name them. */
export const paperFacts = [
  ...(['authors', 'published', 'venue', 'arxiv', 'doi', 'paper'] as const),
  ...(['code', 'data', 'model', 'project'] as const),
]

/** A fact of a paper in words; empty where it is absent. */
export function wordsOfFact(paper: Paper, fact: (typeof paperFacts)[number]): string {
  const value = paper[fact]
  return Array.isArray(value) ? value.map(authorName).join(', ') : (value ?? '')
}

/** All that is known of a paper beside its titles and its abstract, each fact in words. */
export function factsOf(paper: Paper): string[] {
  return paperFacts.flatMap((fact) => {
    const words = wordsOfFact(paper, fact)
    return fact === 'arxiv' && words ? `arXiv:${words}` : words || []
  })
}

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
  /** What the file calls it: a citation key. */
  key?: string
  /** What may stand in its texts: TeX with BibTeX's braces, the markup of CSL-JSON and JATS, or only what entries decode. */
  form: 'TeX' | 'RIS' | 'markup' | 'plain'
  fields: readonly SourceField[]
}

/** Something in a file that is in no paper. */
export interface Left {
  /** Where it stands, from 1. */
  line: number
  /** What it is: "venue of `Deep Dreams`", or the name of a field that no fact is made of. */
  what: string
  /** Why it stays out, as a clause. */
  why: string
  /** The value of a field that no fact is made of. The report groups these. */
  value?: string
  /** The line of `venues.yaml` for a venue that the vocabulary lacks. */
  venue?: string
}

/** The longest text that a report shows whole, in characters: a list of hundreds of authors. */
export const longestSaid = 5000

/** A part of a file that is no paper, in its own words. With a name it is no loss. */
export function leftOf(line: number, source: string, why: string, name?: string): Left {
  const words = shown(source, longestSaid)
  return name === undefined ? { line, what: words, why } : { line, what: name, why, value: words }
}

/** A file as read: its papers, and all that is in none of them. */
export interface Reading {
  papers: Paper[]
  left: Left[]
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
  return `npm run add -- ${ids.map(shellQuote).join(' ')}`
}
