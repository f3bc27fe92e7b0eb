import type { Vocabulary } from '../model/vocabulary.ts'
import { readBibtex } from './bibtex.ts'
import { readCsv } from './csv.ts'
import { settled } from './distinct.ts'
import { foreignForm } from './foreign.ts'
import { readJson, readJsonLines } from './json.ts'
import { readLinkList } from './link-list.ts'
import { utf8Of } from './listing-bytes.ts'
import { emptyReading, type Reading } from './reading.ts'
import { readRis } from './ris.ts'

const readers = {
  BibTeX: readBibtex,
  RIS: readRis,
  JSON: readJson,
  'JSON Lines': readJsonLines,
  'a table': readCsv,
  'a Markdown link list': readLinkList,
} as const

/** A form of file, beside the listing, that papers are read from. */
export type PaperForm = keyof typeof readers

const endings = new Map<string, PaperForm>(
  Object.entries({
    bib: 'BibTeX',
    bibtex: 'BibTeX',
    biblatex: 'BibTeX',
    ris: 'RIS',
    json: 'JSON',
    jsonl: 'JSON Lines',
    ndjson: 'JSON Lines',
    csv: 'a table',
    tsv: 'a table',
    md: 'a Markdown link list',
    markdown: 'a Markdown link list',
  } as const),
)

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormOf(path: string): PaperForm | undefined {
  return endings.get(/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '')
}

/** Reads a file of papers in one of these forms: what came through, each paper once, and all that did not. */
export function readPapers(
  form: PaperForm,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): Reading {
  const text = utf8Of(bytes)?.replace(/\r\n?/g, '\n')
  const foreign =
    text === undefined ? 'it is not UTF-8, in which text is read here' : foreignForm(text)
  if (text === undefined || foreign)
    return { ...emptyReading(), leftOut: [{ line: 1, what: 'the file', why: foreign ?? '' }] }
  return settled(readers[form](text, venues))
}
