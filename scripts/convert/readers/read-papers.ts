import { isUtf8 } from 'node:buffer'
import { readBibtex } from '../../../src/intake/bibtex.ts'
import type { Reading } from '../../../src/intake/reading.ts'
import type { Vocabulary } from '../../../src/model/vocabulary.ts'
import { readCsv } from './csv.ts'
import { distinct } from './distinct.ts'
import { readJson, readJsonLines } from './json.ts'
import { readLinkList } from './link-list.ts'

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
  if (!isUtf8(bytes)) {
    const leftOut = [{ line: 1, what: 'the file', why: 'it is not UTF-8' }]
    return { records: [], leftOut, unread: new Map() }
  }
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n')
  return distinct(readers[form](text, venues))
}
