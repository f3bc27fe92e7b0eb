import type { Finding } from '../model/finding.ts'
import { months, parseDate, parseMonth } from '../model/partial-date.ts'
import { shown } from '../text/messages.ts'
import { normaliseText } from '../text/normalise.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { fault, type Left, type Paper, type Reading } from './paper.ts'

/** What to do when a file is no listing at all. */
export const giveListing =
  'Write the path of a listing: titles and abstracts in turn, with blank lines between them.'

/** The longest title that a listing may have, in characters. */
const longestTitle = 200

/** The longest abstract that arXiv accepts, in characters. @see https://info.arxiv.org/help/prep.html#abstracts */
const longestAbstract = 1920

/** The shortest paragraph that may be an abstract by itself when no title stands above it, in characters. */
const shortestAbstract = 250

const address = /https?:\/\/|\bwww\.|\\(?:url|href)\b/i
const listMark = /^(?:[-*•–]|\d{1,2}[.)]|\(\d{1,2}\)|\([ivx]+\))\s/
const closing = /(?<!\.\.)\.["'”’`)\]*]*$|[,;:]$/
const sentenceBreak = /\p{Letter}{4,}["'”’)\]]*\.["'”’)\]]*\s+\p{Uppercase}/u

/**
 * Whether a piece of a listing has the form of a title: short, without a full stop at its end, an address or the mark of a
 * list item; and one phrase, or an abstract follows it. Everything else is prose.
 */
function isTitle(text: string, next = ''): boolean {
  const isPhrase = !sentenceBreak.test(text) || next.length > longestTitle
  const isOther = address.test(text) || listMark.test(text) || closing.test(text)
  return text.length <= longestTitle && isPhrase && !isOther
}

const date = new RegExp(String.raw`^(${months.join('|')})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?$`, 'i')
const furniture =
  /^(?:new|get trending papers in your email inbox!?|subscribe|by ?\S+ and the research community)$/i

/** The date that a line is: `2025-03-13`, or `--03-13` (ISO 8601) when the page leaves out the year. */
function dateOf(line: string): string | undefined {
  const [, month = '', day = ''] = date.exec(line) ?? []
  return month ? `--${parseMonth(month)}-${day.padStart(2, '0')}` : parseDate(line)
}

/** A listing as read: its papers in order, all that is in none of them, or why it is no listing. */
export interface Listing extends Reading {
  /** The page's own date, as `dateOf` gives it; absent when the page has none. */
  date?: string
  findings: Finding[]
}

interface Piece {
  text: string
  line: number
}

/** Reads the text of a listing: the page's furniture, then titles and abstracts in turn. Odd lines cost no other record. */
export function parseListing(path: string, text: string): Listing {
  const lines = text.split(/\r\n|[\n\r]/).map(normaliseText)
  const date = lines.map(dateOf).find((said) => said?.includes('-'))
  const listing: Listing = { papers: [], left: [], findings: [], ...(date && { date }) }
  pair(piecesOf(lines, listing.left), listing)
  if (listing.papers.length === 0) {
    const message = `Unexpected file, expected a listing with a title above each abstract. ${giveListing}`
    listing.findings.push(fault(path, message))
  }
  return listing
}

/**
 * The pieces of text between blank lines, without the page's furniture; what of it stands among them is named. Short lines
 * are one wrapped piece; where a line is long, each line is a piece.
 */
function piecesOf(lines: readonly string[], left: Left[]): Piece[] {
  const pieces: Piece[] = []
  let block: Piece[] = []
  const close = () => {
    const [first] = block
    if (block.some(({ text }) => text.length > longestTitle || isRule(text))) pieces.push(...block)
    else if (first) pieces.push({ ...first, text: block.map(({ text }) => text).join(' ') })
    block = []
  }
  for (const [at, text] of lines.entries()) {
    if (text === '') close()
    else if (furniture.test(text) || dateOf(text)) {
      close()
      if (pieces.length > 0)
        left.push({ line: at + 1, what: shown(text), why: 'it is a line of the page itself' })
    } else block.push({ text, line: at + 1 })
  }
  close()
  return pieces
}

/** Whether a line has no words, such as the underline of a heading, or a count of votes. */
function isRule(line: string): boolean {
  return !/\p{Letter}/u.test(line)
}

/**
 * Whether a title and the text below it have a word in common. Of two thousand papers, all have. Undefined for a title of
 * words that say nothing, "To Be or Not to Be".
 */
function sharesWord(title: string, text: string): boolean | undefined {
  const keys = (words: readonly Word[]) =>
    words.flatMap(({ stem, stop, whole }) => (stop ? [] : [stem, whole?.plain ?? stem]))
  const own = new Set(keys(wordsIn(text)))
  const asked = keys(wordsIn(title))
  return asked.length > 0 ? asked.some((key) => own.has(key)) : undefined
}

/** Makes records of titles and the abstracts below them, and names each piece that belongs to none. */
function pair(pieces: readonly Piece[], { papers, left }: Listing): void {
  let titles: Piece[] = []
  let paper: Paper | undefined
  const omit = ({ text, line }: Piece, what: string, why: string) =>
    left.push({ line, what: `${what} ${shown(text)}`, why })
  /** Leaves out all lines that may be titles, but for the one of the text below them. */
  const titleOf = (text?: string) => {
    const share = (one?: Piece) => one && text !== undefined && sharesWord(one.text, text)
    const last = titles.at(-1)
    const isOdd = text === undefined || (text.length >= shortestAbstract && share(last) === false)
    const title = titles.findLast(share) ?? (isOdd ? undefined : last)
    for (const other of titles) {
      const isAbove = !title || other.line < title.line
      const why = isAbove
        ? 'no abstract stands below it'
        : 'it stands between a title and its abstract'
      if (other !== title) omit(other, isAbove ? 'title' : 'line', why)
    }
    titles = []
    return title
  }
  for (const [at, piece] of pieces.entries()) {
    const { text } = piece
    if (isRule(text)) omit(piece, 'line', 'it has no words')
    else if (isTitle(text, pieces[at + 1]?.text)) titles.push(piece)
    else if (titles.length > 0) {
      const title = titleOf(text)
      paper = title && { title: title.text, line: title.line, abstract: [text] }
      if (paper) papers.push(paper)
      else omit(piece, 'abstract', 'the line above it has none of its words')
    } else if (!paper) omit(piece, 'abstract', 'no title stands above it')
    else {
      const length = [...paper.abstract, text].join(' ').length
      const isSecond = length > longestAbstract && text.length >= shortestAbstract
      const why = `it is a second abstract under ${shown(paper.title)} (line ${paper.line}); together they have ${length} characters, and arXiv's longest abstract has ${longestAbstract}`
      if (isSecond) omit(piece, 'abstract', why)
      else paper.abstract.push(text)
    }
  }
  titleOf()
}
