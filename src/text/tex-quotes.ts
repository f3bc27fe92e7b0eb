import { type Parser, parsedText, textNode } from './tex-context.ts'

const opensAfter = /^$|[\s([{\p{Dash}/“"‘]/u
/** The text of a quotation up to its closing apostrophe or backtick, which is not within a word. */
const untilClosingQuote = /^[^`]*?[^\s'`](?='(?:''(?!')|(?!['\p{L}\p{N}]))|`(?![`\p{L}\p{N}]))/u

/**
 * Parses a TeX quote: two backticks, two apostrophes, or a pair of a backtick and an apostrophe. Other apostrophes, primes and
 * straight quotes stay as they are.
 */
export const parseQuote: Parser = (context, at) => {
  const { source, limit } = context
  const mark = source[at]
  const isDouble = source[at + 1] === mark
  const from = at + (isDouble ? 2 : 1)
  const before = source[at - 1] ?? ''
  const begins = /[^\s.,;:!?)\]}]/.test(source[from] ?? '')
  if (isDouble) {
    if (begins && (mark === '`' || opensAfter.test(before))) return parsedText('“', from)
    // After a number, two apostrophes are inches or arc seconds.
    const isOpen = /``[^`']*$/.test(source.slice(Math.max(0, at - 200), at))
    return /\S/.test(before) && (isOpen || !/\d/.test(before)) ? parsedText('”', from) : undefined
  }
  if (mark !== '`' || !begins || !opensAfter.test(before)) return undefined
  const words = untilClosingQuote.exec(source.slice(from, Math.min(from + 200, limit)))?.[0]
  if (!words) return parsedText('‘', from)
  const end = from + words.length
  return {
    nodes: [textNode('‘'), ...context.parseRange(from, end), textNode('’')],
    end: end + 1,
  }
}

const word = String.raw`(?<![\p{L}\p{N}])`
const ties = new RegExp(
  String.raw`(?<=[\p{L}.,:)])(?<!${word}\p{L})~(?=[\p{L}(])|(?<=[\p{L}.,:)])~(?=\p{L}{2}|\()|(?<=${word}\p{Lu}\p{L}+)~(?=\d[\p{L}\p{N}.(]*(?![\p{L}\p{N}.(%]))|(?<=${word}\p{N}+)~(?=\p{L}{2})`,
  'uy',
)

/** Parses TeX's non-breaking space, `Experts~(MoE)`. Other tildes mean "about" or "to": `~10%`, `5~66%`. */
export const parseTie: Parser = ({ source }, at) => {
  ties.lastIndex = at
  return ties.test(source) ? parsedText(' ', at + 1) : undefined
}
