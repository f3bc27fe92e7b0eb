import { months, parseDate, parseMonth } from '../model/partial-date.ts'
import { shown } from '../text/messages.ts'
import { normaliseText } from '../text/normalise.ts'
import { type Word, wordsIn } from '../text/words.ts'
import type { Paper, ParsedPapers, Skipped } from './paper.ts'

/** The advice to give when a file is not a listing. */
export const listingHint =
  'Write the path of a listing: titles and abstracts in turn, with blank lines between them.'

/** The longest title that a listing may have, in characters. */
const longestTitle = 200

/** The longest abstract that arXiv accepts, in characters. @see https://info.arxiv.org/help/prep.html#abstracts */
const longestAbstract = 1920

/** Shorter paragraphs, in characters, always belong to the abstract or title above them. */
const shortestAbstract = 250

const address = /https?:\/\/|\bwww\.|\\(?:url|href)\b/i
const listMark = /^(?:[-*•–]|\d{1,2}[.)]|\(\d{1,2}\)|\([ivx]+\))\s/
const closing = /(?<!\.\.)\.["'”’`)\]*]*$|[,;:]$/
const sentenceBreak = /\p{Letter}{4,}["'”’)\]]*\.["'”’)\]]*\s+\p{Uppercase}/u

/**
 * Whether a piece of text looks like a title: it is short, has no address, list marker or full stop at its end, and is one
 * phrase unless an abstract follows. Everything else is prose.
 */
function isTitle(text: string, next = ''): boolean {
  const isPhrase = !sentenceBreak.test(text) || next.length > longestTitle
  const isOther = address.test(text) || listMark.test(text) || closing.test(text)
  return text.length <= longestTitle && isPhrase && !isOther
}

const monthAndDay = new RegExp(
  String.raw`^(${months.join('|')})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?$`,
  'i',
)
const boilerplate =
  /^(?:new|get trending papers in your email inbox!?|subscribe|by ?\S+ and the research community)$/i

/** The date in a line: `2025-03-13`, or `--03-13` without a year (ISO 8601). */
function dateOf(line: string): string | undefined {
  const [, month = '', day = ''] = monthAndDay.exec(line) ?? []
  return month ? `--${parseMonth(month)}-${day.padStart(2, '0')}` : parseDate(line)
}

/** The papers of a listing, in order. */
export interface Listing extends ParsedPapers {
  /** The page's own date: `2025-03-13`, or `--03-13` without a year. */
  date?: string
}

interface Piece {
  text: string
  line: number
}

/** Parses a listing: the page's boilerplate, then titles and abstracts in turn. Stray lines do not affect other records. */
export function parseListing(text: string): Listing {
  const lines = text.split(/\r\n|[\n\r]/).map(normaliseText)
  const date = lines.map(dateOf).find((found) => found?.includes('-'))
  const listing: Listing = { papers: [], skipped: [], ...(date && { date }) }
  pairPieces(piecesOf(lines, listing.skipped), listing)
  return listing
}

/**
 * The pieces of text between blank lines, without boilerplate, which is reported if it is among them. Short lines are one
 * wrapped piece; if one of them is long, each line is a piece.
 */
function piecesOf(lines: readonly string[], skipped: Skipped[]): Piece[] {
  const pieces: Piece[] = []
  let block: Piece[] = []
  const endBlock = () => {
    const [first] = block
    if (block.some(({ text }) => text.length > longestTitle || isWordless(text)))
      pieces.push(...block)
    else if (first) pieces.push({ ...first, text: block.map(({ text }) => text).join(' ') })
    block = []
  }
  for (const [at, text] of lines.entries()) {
    if (text === '') endBlock()
    else if (boilerplate.test(text) || dateOf(text)) {
      endBlock()
      if (pieces.length > 0)
        skipped.push({
          line: at + 1,
          what: shown(text),
          why: 'it belongs to the page, not to a paper',
        })
    } else block.push({ text, line: at + 1 })
  }
  endBlock()
  return pieces
}

/** Whether a line has no words, such as the underline of a heading or a number of votes. */
function isWordless(line: string): boolean {
  return !/\p{Letter}/u.test(line)
}

/** Whether a title has a word in common with a text. Undefined for a title of stop words only, "To Be or Not to Be". */
function sharesWord(title: string, text: string): boolean | undefined {
  const keys = (words: readonly Word[]) =>
    words.flatMap(({ stem, stop, whole }) => (stop ? [] : [stem, whole?.plain ?? stem]))
  const known = new Set(keys(wordsIn(text)))
  const wanted = keys(wordsIn(title))
  return wanted.length > 0 ? wanted.some((key) => known.has(key)) : undefined
}

/** Pairs titles with the abstracts below them, and reports all other pieces. */
function pairPieces(pieces: readonly Piece[], { papers, skipped }: Listing): void {
  let titles: Piece[] = []
  let paper: Paper | undefined
  const omit = ({ text, line }: Piece, what: string, why: string) =>
    skipped.push({ line, what: `${what} ${shown(text)}`, why })
  /** Takes the title of a text from the possible titles above it, and reports the others. */
  const takeTitle = (text?: string) => {
    const shares = (one?: Piece) => one && text !== undefined && sharesWord(one.text, text)
    const last = titles.at(-1)
    const isUnrelated =
      text === undefined || (text.length >= shortestAbstract && shares(last) === false)
    const title = titles.findLast(shares) ?? (isUnrelated ? undefined : last)
    for (const other of titles.filter((one) => one !== title))
      if (!title || other.line < title.line) omit(other, 'title', 'it has no abstract below it')
      else omit(other, 'line', 'it is between a title and its abstract')
    titles = []
    return title
  }
  for (const [at, piece] of pieces.entries()) {
    const { text } = piece
    if (isWordless(text)) omit(piece, 'line', 'it has no words')
    else if (isTitle(text, pieces[at + 1]?.text)) titles.push(piece)
    else if (titles.length > 0) {
      const title = takeTitle(text)
      paper = title && { title: title.text, line: title.line, abstract: [text] }
      if (paper) papers.push(paper)
      else omit(piece, 'abstract', 'it shares no word with the line above it')
    } else if (!paper) omit(piece, 'abstract', 'it has no title above it')
    else {
      const { length } = [...paper.abstract, text].join(' ')
      const isSecond = length > longestAbstract && text.length >= shortestAbstract
      const why = `it is a second abstract under ${shown(paper.title)} (line ${paper.line}); together they have ${length} characters, and arXiv's longest abstract has ${longestAbstract}`
      if (isSecond) omit(piece, 'abstract', why)
      else paper.abstract.push(text)
    }
  }
  takeTitle()
}
