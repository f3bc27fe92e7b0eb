import type { Finding } from '../model/finding.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { placeAt } from '../text/place.ts'
import { parseBibtex } from './bibtex.ts'
import { parseTable } from './csv.ts'
import { parseJson, parseJsonLines } from './json.ts'
import { parseLinkList } from './link-list.ts'
import { listingHint } from './listing.ts'
import { fault, type ParsedPapers } from './paper.ts'
import { papersFrom } from './record-to-paper.ts'
import { parseRis } from './ris.ts'
import { unsupportedFormat } from './unsupported.ts'

/** Each form by the ending of its files, with the sign by which it is told from a listing. */
const forms = {
  BibTeX: { items: parseBibtex, ending: /\.bib(?:la)?(?:tex)?$/i, sign: /^\s*@[a-z]+\s*\{/i },
  RIS: { items: parseRis, ending: /\.ris$/i, sign: /^\s*TY {2}- / },
  JSON: { items: parseJson, ending: /\.json$/i, sign: /^\s*[[{]\s*["{[\]}]/ },
  'JSON Lines': { items: parseJsonLines, ending: /\.(?:jsonl|ndjson)$/i, sign: undefined },
  'a table': { items: parseTable, ending: /\.[ct]sv$/i, sign: undefined },
  'a Markdown link list': {
    items: parseLinkList,
    ending: /\.(?:md|markdown)$/i,
    sign: /^\s*(?:#{1,6} |---\s*\n|```)/,
  },
} as const

/** A form of file, beside the listing, that papers are read from. */
export type PaperFormat = keyof typeof forms
const paperForms = Object.keys(forms) as PaperFormat[]

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormatOf(path: string): PaperFormat | undefined {
  return paperForms.find((form) => forms[form].ending.test(path))
}

/** Reads a file of papers in one of these forms. */
export function readPapers(
  form: PaperFormat,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): ParsedPapers {
  const text = utf8Of(bytes)?.replace(/\r\n?/g, '\n')
  const foreign =
    text === undefined ? 'it is not UTF-8, in which text is read here' : unsupportedFormat(text)
  if (text === undefined || foreign)
    return { papers: [], skipped: [{ line: 1, what: 'the file', why: foreign ?? '' }] }
  return papersFrom(forms[form].items(text, venues), venues)
}

/** The text of a file in UTF-8, without its byte order mark; undefined when it is not UTF-8. */
function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const markupOrProgram =
  /^\s*(?:<(?:\?xml|svg|rss|feed|div|p|table|main|h\d)\b|#!|import\s|\\documentclass|\/[/*])/i

/** The text of a listing, or what keeps its bytes from being one: the first that is not UTF-8, or another form of file. */
export function listingText(path: string, bytes: Uint8Array): string | Finding {
  const text = utf8Of(bytes)
  if (text === undefined) {
    // The decoder puts this character where it cannot read the bytes.
    const readable = new TextDecoder().decode(bytes)
    const { line, column } = placeAt(readable, readable.indexOf('\uFFFD'))
    const message = 'Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.'
    return fault(path, message, line, column)
  }
  const foreign = unsupportedFormat(text)
  if (foreign) return fault(path, `Unexpected file, expected a listing: ${foreign}.`)
  const form = paperForms.find((name) => forms[name].sign?.test(text))
  const isOther =
    markupOrProgram.test(text) || /(?![\t\n\v\f\r\u0080-\u009F])\p{Control}/u.test(text)
  if (!form && !isOther) return text
  const cure = form
    ? 'Give the file the ending of its form, such as `.bib`, `.ris`, `.json` or `.md`.'
    : listingHint
  return fault(
    path,
    `Unexpected ${form ?? 'markup, program or binary file'}, expected a listing. ${cure}`,
  )
}
