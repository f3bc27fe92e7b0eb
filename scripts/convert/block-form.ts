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
