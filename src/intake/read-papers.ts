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

const endings: readonly (readonly [ending: RegExp, form: PaperForm])[] = [
  [/\.bib(?:la)?(?:tex)?$/i, 'BibTeX'],
  [/\.ris$/i, 'RIS'],
  [/\.json$/i, 'JSON'],
  [/\.(?:jsonl|ndjson)$/i, 'JSON Lines'],
  [/\.[ct]sv$/i, 'a table'],
  [/\.(?:md|markdown)$/i, 'a Markdown link list'],
]

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormOf(path: string): PaperForm | undefined {
  return endings.find(([ending]) => ending.test(path))?.[1]
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
