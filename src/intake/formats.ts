import type { Finding } from '../model/finding.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { placeAt } from '../text/place.ts'
import { parseBibtex } from './bibtex.ts'
import { parseTable } from './csv.ts'
import { parseJson, parseJsonLines } from './json.ts'
import { parseLinkList } from './link-list.ts'
import { listingHint } from './listing.ts'
import { listingFinding, type ParsedPapers } from './paper.ts'
import { papersFrom } from './record-to-paper.ts'
import { parseRis } from './ris.ts'
import { unsupportedFormat } from './unsupported.ts'

/** Each format's parser and file endings. `start` recognises its files if they are given as a listing. */
const formats = {
  BibTeX: { parse: parseBibtex, ending: /\.bib(?:la)?(?:tex)?$/i, start: /^\s*@[a-z]+\s*\{/i },
  RIS: { parse: parseRis, ending: /\.ris$/i, start: /^\s*TY {2}- / },
  JSON: { parse: parseJson, ending: /\.json$/i, start: /^\s*[[{]\s*["{[\]}]/ },
  'JSON Lines': { parse: parseJsonLines, ending: /\.(?:jsonl|ndjson)$/i, start: undefined },
  'a table': { parse: parseTable, ending: /\.[ct]sv$/i, start: undefined },
  'a Markdown link list': {
    parse: parseLinkList,
    ending: /\.(?:md|markdown)$/i,
    start: /^\s*(?:#{1,6} |---\s*\n|```)/,
  },
} as const

/** A format that papers are read from, other than a listing. */
export type PaperFormat = keyof typeof formats
const paperFormats = Object.keys(formats) as PaperFormat[]

/** The format of a file, by its ending; undefined for listings and unknown endings. */
export function paperFormatOf(path: string): PaperFormat | undefined {
  return paperFormats.find((format) => formats[format].ending.test(path))
}

/** Reads the papers in a file of a format. */
export function readPapers(
  format: PaperFormat,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): ParsedPapers {
  const text = decodeUtf8(bytes)?.replace(/\r\n?/g, '\n')
  const problem =
    text === undefined ? 'it is not in UTF-8; save it as UTF-8' : unsupportedFormat(text)
  if (text === undefined || problem)
    return { papers: [], skipped: [{ line: 1, what: 'the file', why: problem ?? '' }] }
  return papersFrom(formats[format].parse(text, venues), venues)
}

/** The text of a file, without its byte order mark; undefined if it is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const markupOrProgram =
  /^\s*(?:<(?:\?xml|svg|rss|feed|div|p|table|main|h\d)\b|#!|import\s|\\documentclass|\/[/*])/i

/** The text of a listing; or a finding if the file is not UTF-8 or has another format. */
export function listingText(path: string, bytes: Uint8Array): string | Finding {
  const text = decodeUtf8(bytes)
  if (text === undefined) {
    // A lenient decoder replaces invalid bytes by this character.
    const readable = new TextDecoder().decode(bytes)
    const { line, column } = placeAt(readable, readable.indexOf('\uFFFD'))
    const message = 'Unexpected byte, expected UTF-8. Save the file as UTF-8.'
    return listingFinding(path, message, line, column)
  }
  const unsupported = unsupportedFormat(text)
  if (unsupported)
    return listingFinding(path, `Unexpected file, expected a listing: ${unsupported}.`)
  const format = paperFormats.find((name) => formats[name].start?.test(text))
  const isOther =
    markupOrProgram.test(text) || /(?![\t\n\v\f\r\u0080-\u009F])\p{Control}/u.test(text)
  if (!format && !isOther) return text
  const found = format ?? 'markup, program or binary file'
  const fix = format
    ? 'Give the file the ending of its format, such as `.bib`, `.ris`, `.json` or `.md`.'
    : listingHint
  return listingFinding(path, `Unexpected ${found}, expected a listing. ${fix}`)
}
