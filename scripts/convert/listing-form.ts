import { months } from '../../src/model/partial-date.ts'

/** The longest title that a listing may have, in characters. */
export const longestTitle = 200

/** The longest abstract that arXiv accepts, in characters. @see https://info.arxiv.org/help/prep.html#abstracts */
export const longestAbstract = 1920

/** The longest line that can be an abstract at all, in characters; in a longer one something else has got into the file. */
export const longestLine = 10_000

/** The shortest paragraph that may be an abstract by itself when no title stands above it, in characters. */
export const shortestAbstract = 250

const address = /https?:\/\/|\bwww\.|\\(?:url|href)\b/i
const listMark = /^(?:[-*•–]|\d{1,2}[.)]|\(\d{1,2}\)|\([ivx]+\))\s/
const closing = /(?<!\.\.)\.["'”’`)\]*]*$|[,;:]$/
const sentenceBreak = /\p{Letter}{4,}["'”’)\]]*\.["'”’)\]]*\s+\p{Uppercase}/u

/**
 * Whether a piece of a listing has the form of a title: short, one phrase, without a full stop at its end, an address,
 * the mark of a list item or the break between two sentences. Everything else is prose.
 */
export function isTitle(text: string): boolean {
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
export function isFurniture(line: string): boolean {
  return lines.some((furniture) => furniture.test(line))
}

/** The date in a line of furniture: `2025-03-13`, or `--03-13` (ISO 8601) when the page leaves out the year. */
export function dateOf(line: string): string | undefined {
  const [, month = '', day = '', year] = date.exec(line) ?? []
  if (!month) return undefined
  const number = months.indexOf(month.slice(0, 3).toLowerCase())
  const rest = `${String(number + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return year ? `${year}-${rest}` : `--${rest}`
}
