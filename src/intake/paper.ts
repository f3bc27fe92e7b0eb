import { LineCounter } from 'yaml'
import { type LinkKind, linkKind } from '../model/entry.ts'
import type { Finding } from '../model/finding.ts'
import { type Author, authorName } from '../model/person.ts'
import { shellQuote } from '../model/terminal-text.ts'
import { shown } from '../text/messages.ts'

/** A paper as its source describes it. Facts that the source doesn't give are absent. */
export interface Paper extends Partial<Record<LinkKind, string | undefined>> {
  /** The title, on one line, with any TeX. */
  title: string
  /** The line of the record in its file, from 1. */
  line: number
  /** The paragraphs of the abstract, each on one line. */
  abstract: string[]
  /** All authors, in the paper's order. */
  authors?: Author[] | undefined
  /** The first public version: a day, a month or a year. */
  published?: string | undefined
  /** Where it was published, as an entry writes it: `NeurIPS 2023`. */
  venue?: string | undefined
  /** The arXiv identifier, without its version. */
  arxiv?: string | undefined
  /** The DOI, without its address. */
  doi?: string | undefined
  /** The paper's address, if it has neither an arXiv identifier nor a DOI. */
  paper?: string | undefined
  /** Earlier or later titles of the same work. */
  alsoTitled?: string[] | undefined
}

/** The facts of a paper other than its titles and abstract, in the order of the report. */
export const paperFacts = [
  ...(['authors', 'published', 'venue', 'arxiv', 'doi', 'paper'] as const),
  ...linkKind.options,
]

/** A fact of a paper as text; empty if it is absent. */
export function factText(paper: Paper, fact: (typeof paperFacts)[number]): string {
  const value = paper[fact] ?? []
  return [value].flat().map(authorName).join(', ')
}

/** All facts of a paper as texts, other than its titles and abstract. */
export function factTexts(paper: Paper): string[] {
  return paperFacts.flatMap((fact) => {
    const text = factText(paper, fact)
    return fact === 'arxiv' && text ? `arXiv:${text}` : text || []
  })
}

/** One field of a record. */
export interface SourceField {
  /** Its name in the file. Names of nested fields are joined by dots: `externalIds.DOI`. */
  name: string
  value: unknown
  /** Its line in the file, if it is not the record's. */
  line?: number
}

/** One record of a file: the fields of one paper, before they are interpreted. */
export interface SourceRecord {
  /** Its line in the file, from 1. */
  line: number
  /** The record's name in the file, such as a citation key. */
  key?: string
  /** How its texts are marked up: in TeX with BibTeX's braces, in HTML or JATS, which RIS may have too, or not at all. */
  markup: 'TeX' | 'RIS' | 'HTML' | 'none'
  fields: readonly SourceField[]
}

/** A part of a file that did not become part of a paper. */
export interface Skipped {
  /** Its line in the file, from 1. */
  line: number
  /** What was skipped: "venue of `Deep Dreams`", or the name of a field that entries don't have. */
  what: string
  /** The reason, as a clause. */
  why: string
  /** The value of a field that entries don't have. The report groups such fields by name. */
  value?: string
  /** The line to add to `venues.yaml`, for a venue that is missing there. */
  venue?: string
}

/** The longest value that a report shows in full, in characters; enough for hundreds of authors. */
export const longestShown = 5000

/** A skipped part of a file. A part with a name is listed among the unused fields, and is not counted as a loss. */
export function skippedPart(line: number, source: string, why: string, name?: string): Skipped {
  const text = shown(source, longestShown)
  return name === undefined ? { line, what: text, why } : { line, what: name, why, value: text }
}

/** Reports the text between two offsets, which is outside all records, if it has words. */
export function skippedText(
  text: string,
  [from, to]: readonly [number, number],
  why: string,
  lineAt: (offset: number) => number,
): Skipped[] {
  const source = text.slice(from, to).replace(/^[\s%,}\]]+|[\s%]+$/g, '')
  const line = lineAt(text.indexOf(source, from))
  return /[\p{L}\p{N}]/u.test(source) ? [skippedPart(line, source, why, 'text')] : []
}

/** What a parser gives, in the order of the file: records, and parts that are not records. */
export type ParsedRecords = Generator<SourceRecord | Skipped>

/** The papers of a file, and everything in it that was skipped. */
export interface ParsedPapers {
  papers: Paper[]
  skipped: Skipped[]
}

/** Makes a function that gives the line of an offset in a text, from 1. */
export function lineFinder(text: string): (offset: number) => number {
  const counter = new LineCounter()
  for (const { index } of text.matchAll(/^|(?<=\n)/g)) counter.addNewLine(index)
  return (offset) => counter.linePos(offset).line
}

/** A finding on a listing, a bibliography or an output folder. Its rule is called `listing`. */
export function listingFinding(path: string, message: string, line = 1, column = 1): Finding {
  return { path: path.replaceAll('\\', '/'), line, column, rule: 'listing', message }
}

/** The shell command that looks up a paper by its identifier, or the papers of a file. */
export function addCommand(idOrFile: string): string {
  return `npm run add -- ${shellQuote(idOrFile)}`
}
