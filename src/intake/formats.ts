import type { Finding } from '../model/finding.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { placeAt } from '../text/place.ts'
import { bibtexItems } from './bibtex.ts'
import { tableItems } from './csv.ts'
import { foreignForm } from './foreign.ts'
import { papersFrom } from './item.ts'
import { jsonItems, jsonLineItems } from './json.ts'
import { linkListItems } from './link-list.ts'
import { giveListing } from './listing.ts'
import { fault, type Reading } from './paper.ts'
import { risItems } from './ris.ts'

/** Each form by the ending of its files, with the sign by which it is told from a listing. */
const forms = {
  BibTeX: { items: bibtexItems, ending: /\.bib(?:la)?(?:tex)?$/i, sign: /^\s*@[a-z]+\s*\{/i },
  RIS: { items: risItems, ending: /\.ris$/i, sign: /^\s*TY {2}- / },
  JSON: { items: jsonItems, ending: /\.json$/i, sign: /^\s*[[{]\s*["{[\]}]/ },
  'JSON Lines': { items: jsonLineItems, ending: /\.(?:jsonl|ndjson)$/i, sign: undefined },
  'a table': { items: tableItems, ending: /\.[ct]sv$/i, sign: undefined },
  'a Markdown link list': {
    items: linkListItems,
    ending: /\.(?:md|markdown)$/i,
    sign: /^\s*(?:#{1,6} |---\s*\n|```)/,
  },
} as const

/** A form of file, beside the listing, that papers are read from. */
export type PaperForm = keyof typeof forms
const paperForms = Object.keys(forms) as PaperForm[]

/** The form of a file by its name; undefined for a listing, and for every name that tells nothing. */
export function paperFormOf(path: string): PaperForm | undefined {
  return paperForms.find((form) => forms[form].ending.test(path))
}

/** Reads a file of papers in one of these forms. */
export function readPapers(
  form: PaperForm,
  bytes: Uint8Array,
  venues: Vocabulary['venues'],
): Reading {
  const text = utf8Of(bytes)?.replace(/\r\n?/g, '\n')
  const foreign =
    text === undefined ? 'it is not UTF-8, in which text is read here' : foreignForm(text)
  if (text === undefined || foreign)
    return { papers: [], left: [{ line: 1, what: 'the file', why: foreign ?? '' }] }
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
  const foreign = foreignForm(text)
  if (foreign) return fault(path, `Unexpected file, expected a listing: ${foreign}.`)
  const form = paperForms.find((name) => forms[name].sign?.test(text))
  const isOther =
    markupOrProgram.test(text) || /(?![\t\n\v\f\r\u0080-\u009F])\p{Control}/u.test(text)
  if (!form && !isOther) return text
  const cure = form
    ? 'Give the file the ending of its form, such as `.bib`, `.ris`, `.json` or `.md`.'
    : giveListing
  return fault(
    path,
    `Unexpected ${form ?? 'markup, program or binary file'}, expected a listing. ${cure}`,
  )
}
