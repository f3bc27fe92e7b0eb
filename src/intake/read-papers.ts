import { titleKey } from '../model/identifier.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { shown, wordsOf } from '../rules/engine/words.ts'
import { readBibtex } from './bibtex.ts'
import { readCsv } from './csv.ts'
import { readJson, readJsonLines } from './json.ts'
import { readLinkList } from './link-list.ts'
import { utf8Of } from './listing-bytes.ts'
import { addCommand } from './messages.ts'
import type { LeftOut, Reading, ReadRecord } from './reading.ts'

const readers = {
  BibTeX: readBibtex,
  JSON: readJson,
  'JSON Lines': readJsonLines,
  'a table': readCsv,
  'a Markdown link list': readLinkList,
} as const

/** A form of file, beside the listing, that papers are read from. */
export type PaperForm = keyof typeof readers

const endings: Readonly<Record<string, PaperForm>> = {
  bib: 'BibTeX',
  bibtex: 'BibTeX',
  biblatex: 'BibTeX',
  json: 'JSON',
  jsonl: 'JSON Lines',
  ndjson: 'JSON Lines',
  csv: 'a table',
  tsv: 'a table',
  md: 'a Markdown link list',
  markdown: 'a Markdown link list',
}

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormOf(path: string): PaperForm | undefined {
  return endings[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '']
}

/** Reads a file of papers in one of these forms: what came through, each paper once, and all that did not. */
export function readPapers(
  form: PaperForm,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): Reading {
  const text = utf8Of(bytes)
  if (text === undefined) {
    const leftOut = [{ line: 1, what: 'the file', why: 'it is not UTF-8' }]
    return { records: [], leftOut, unread: new Map() }
  }
  return distinct(readers[form](text.replace(/\r\n?/g, '\n'), venues))
}

/** Whether two titles are likely one paper's, written in two ways. */
export function sameTitle(a: string, b: string): boolean {
  if (titleKey(a) === titleKey(b)) return true
  const [few, many] = [a, b].map((title) => new Set(wordsOf(title))).sort((x, y) => x.size - y.size)
  if (!few || !many || few.size === 0) return false
  const shared = [...few].filter((word) => many.has(word)).length
  return shared / few.size >= 0.8 && shared >= 3
}

/** What a paper is told from others by, the surest first. */
function marksOf({ title, item, paper }: ReadRecord): string[] {
  const ids = [item.arxiv, item.doi?.toLowerCase(), paper].filter((id) => id !== undefined)
  return [...ids, titleKey(title) || title]
}

/**
 * The same reading with each paper once. A paper that the file has twice comes through once; one identifier or address
 * with two titles does not come through at all, because it is not the one of both.
 */
export function distinct(reading: Reading): Reading {
  const known = new Map<string, ReadRecord>()
  const wrong = new Map<ReadRecord, string>()
  const records: ReadRecord[] = []
  const leftOut: LeftOut[] = [...reading.leftOut]
  for (const record of reading.records) {
    const { title, line } = record
    const marks = marksOf(record)
    const mark = marks.find((one) => known.has(one)) ?? ''
    const other = known.get(mark)
    if (!other) {
      records.push(record)
      for (const one of marks) known.set(one, record)
    } else if (sameTitle(title, other.title)) {
      leftOut.push({ line, what: shown(title), why: `line ${other.line} has the same paper` })
    } else {
      wrong.set(other, mark)
      const why = `line ${other.line} gives \`${mark}\` to ${shown(other.title)}`
      leftOut.push({ line, what: shown(title), why: why + whose(record) })
    }
  }
  for (const [record, mark] of wrong) {
    const why = `another line gives \`${mark}\` to another paper`
    leftOut.push({ line: record.line, what: shown(record.title), why: why + whose(record) })
  }
  leftOut.sort((a, b) => a.line - b.line)
  return { ...reading, records: records.filter((record) => !wrong.has(record)), leftOut }
}

function whose({ item: { arxiv, doi } }: ReadRecord): string {
  const id = arxiv ?? doi
  return id === undefined ? '' : `; \`${addCommand(id)}\` asks whose it is`
}
