import type { Finding } from '../model/finding.ts'
import { titleKey } from '../model/identifier.ts'
import { months } from '../model/partial-date.ts'
import { shown } from '../rules/engine/words.ts'
import { foldSpace } from '../text/plain-letters.ts'
import { giveListing } from './listing-bytes.ts'
import { fault, type PaperRecord } from './reading.ts'

/** The longest title that a listing may have, in characters. */
const longestTitle = 200

/** The longest abstract that arXiv accepts, in characters. @see https://info.arxiv.org/help/prep.html#abstracts */
const longestAbstract = 1920

/** The longest line that can be an abstract at all, in characters; in a longer one something else has got into the file. */
const longestLine = 10_000

/** The shortest paragraph that may be an abstract by itself when no title stands above it, in characters. */
const shortestAbstract = 250

const address = /https?:\/\/|\bwww\.|\\(?:url|href)\b/i
const listMark = /^(?:[-*•–]|\d{1,2}[.)]|\(\d{1,2}\)|\([ivx]+\))\s/
const closing = /(?<!\.\.)\.["'”’`)\]*]*$|[,;:]$/
const sentenceBreak = /\p{Letter}{4,}["'”’)\]]*\.["'”’)\]]*\s+\p{Uppercase}/u

/**
 * Whether a piece of a listing has the form of a title: short, one phrase, without a full stop at its end, an address,
 * the mark of a list item or the break between two sentences. Everything else is prose.
 */
function isTitle(text: string): boolean {
  return (
    text.length <= longestTitle &&
    !address.test(text) &&
    !listMark.test(text) &&
    !closing.test(text) &&
    !sentenceBreak.test(text)
  )
}

const date = new RegExp(
  String.raw`^(${months.join('|')})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`,
  'i',
)
const lines = [
  /^new$/i,
  /^get trending papers in your email inbox!?$/i,
  /^subscribe$/i,
  /^by ?\S+ and the research community$/i,
  date,
]

/** Whether a line is the page's own and no paper's: the mark "new", the mail invitation, the byline, the date. */
function isFurniture(line: string): boolean {
  return lines.some((furniture) => furniture.test(line))
}

/** The date in a line of furniture: `2025-03-13`, or `--03-13` (ISO 8601) when the page leaves out the year. */
function dateOf(line: string): string | undefined {
  const [, month = '', day = '', year] = date.exec(line) ?? []
  if (!month) return undefined
  const number = months.indexOf(month.slice(0, 3).toLowerCase())
  const rest = `${String(number + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return year ? `${year}-${rest}` : `--${rest}`
}

/** A listing as read: its records in order, or what is wrong with it. */
export interface Listing {
  records: PaperRecord[]
  /** The page's own date, as `dateOf` gives it; absent when the page has none. */
  date?: string
  findings: Finding[]
}

interface Piece {
  text: string
  line: number
}

/** Reads the text of a listing: the page's furniture, then titles and abstracts in turn. Reports every fault. */
export function parseListing(path: string, text: string): Listing {
  const lines = text.split(/\r\n|[\n\r]/).map(foldSpace)
  const { from, date } = furnitureOf(lines)
  const pieces = piecesOf(lines, from)
  const listing: Listing = { records: [], findings: [], ...(date && { date }) }
  if (pieces.length === 0) {
    const what = from > 0 ? "end of the file behind the page's furniture" : 'empty file'
    listing.findings.push(fault(path, `Unexpected ${what}, expected a listing. ${giveListing}`))
    return listing
  }
  const findings = [...pairs(pieces, listing.records, path), ...twins(listing.records, path)]
  const isNone = listing.records.length === 0 && findings.length > 1
  listing.findings = isNone
    ? [
        fault(
          path,
          `Unexpected text, expected a listing with a title above each abstract. ${giveListing}`,
        ),
      ]
    : findings.sort((a, b) => a.line - b.line)
  return listing
}

function furnitureOf(lines: readonly string[]): { from: number; date?: string } {
  let from = 0
  let date: string | undefined
  for (const [at, line] of lines.entries()) {
    if (line === '') continue
    if (!isFurniture(line)) break
    date ??= dateOf(line)
    from = at + 1
  }
  return { from, ...(date && { date }) }
}

/** The pieces of text between blank lines. Short lines are one wrapped piece; where a line is long, each line is a piece. */
function piecesOf(lines: readonly string[], from: number): Piece[] {
  const pieces: Piece[] = []
  let block: Piece[] = []
  const close = () => {
    const [first] = block
    if (block.some(({ text }) => text.length > longestTitle || isRule(text))) pieces.push(...block)
    else if (first) pieces.push({ ...first, text: block.map(({ text }) => text).join(' ') })
    block = []
  }
  for (const [at, text] of lines.entries()) {
    if (at < from) continue
    if (text === '') close()
    else block.push({ text, line: at + 1 })
  }
  close()
  return pieces
}

/** Whether a line has no words, such as the underline of a heading. */
function isRule(line: string): boolean {
  return !/[\p{Letter}\p{Number}]/u.test(line)
}

/** Makes records of titles and the abstracts below them. Yields a finding for each piece that belongs to no record. */
function* pairs(
  pieces: readonly Piece[],
  records: PaperRecord[],
  path: string,
): Generator<Finding> {
  let title: Piece | undefined
  let record: PaperRecord | undefined
  for (const piece of pieces) {
    const { text, line } = piece
    if (isRule(text)) {
      const what = `line ${shown(text)} without a word, expected a title or an abstract`
      yield fault(path, `Unexpected ${what}. Delete the line.`, line)
    } else if (text.length > longestLine) {
      const what = `${text.length} characters in one piece, expected a title or an abstract`
      yield fault(path, `Unexpected ${what}. Write one paragraph on a line.`, line)
      title = undefined
    } else if (isTitle(text)) {
      if (title) yield lonelyTitle(path, title)
      title = piece
    } else if (title) {
      record = { title: title.text, line: title.line, abstract: [text] }
      records.push(record)
      title = undefined
    } else if (!record) {
      const what = `abstract ${shown(text)} without a title`
      const message = `Unexpected ${what}, expected a title first. Write the paper's title on a line above it.`
      yield fault(path, message, line)
    } else {
      const length = [...record.abstract, text].join(' ').length
      if (length > longestAbstract && text.length >= shortestAbstract) {
        yield secondAbstract(path, piece, record, length)
      }
      record.abstract.push(text)
    }
  }
  if (title) yield lonelyTitle(path, title)
}

function lonelyTitle(path: string, { text, line }: Piece): Finding {
  const what = `Unexpected title ${shown(text)} without an abstract, expected its abstract below it.`
  return fault(
    path,
    `${what} Write the abstract on a line below it, or join it to the line that it belongs to.`,
    line,
  )
}

function secondAbstract(
  path: string,
  { text, line }: Piece,
  { title, line: titleLine }: PaperRecord,
  length: number,
): Finding {
  const what = `Unexpected second abstract ${shown(text)} under ${shown(title)} (line ${titleLine}), expected a title:`
  const limit = `together they have ${length} characters, and arXiv's longest abstract has ${longestAbstract}.`
  return fault(
    path,
    `${what} ${limit} Write the missing title above it, or join the paragraphs of one abstract to one line.`,
    line,
  )
}

function* twins(records: readonly PaperRecord[], path: string): Generator<Finding> {
  const first = new Map<string, number>()
  for (const { title, line } of records) {
    const key = titleKey(title) || title
    const other = first.get(key)
    if (other === undefined) first.set(key, line)
    else {
      const message = `Unexpected second record ${shown(title)}, expected each paper once; line ${other} has it too. Delete one of the two records.`
      yield fault(path, message, line)
    }
  }
}
