import { type Parsed, parsedText, type TexContext, textNode } from './tex-context.ts'

const opensAfter = /^$|[\s([{\p{Dash}/“"‘]/u
/** Words up to the apostrophe or backtick that ends a quotation, and not one within a word. */
const single = /^[^`]*?[^\s'`](?='(?:''(?!')|(?!['\p{L}\p{N}]))|`(?![`\p{L}\p{N}]))/u

/**
 * The real quotation mark that a TeX quote (two backticks, two apostrophes, or a single one of a pair) stands for;
 * undefined for an apostrophe, a prime or a straight mark, which stay what they are.
 */
export function parseQuote(context: TexContext, at: number, limit: number): Parsed | undefined {
  const { source } = context
  const mark = source[at]
  const isDouble = source[at + 1] === mark
  const from = at + (isDouble ? 2 : 1)
  const before = source[at - 1] ?? ''
  const begins = /[^\s.,;:!?)\]}]/.test(source[from] ?? '')
  if (isDouble) {
    if (begins && (mark === '`' || opensAfter.test(before))) return parsedText('“', from)
    // After a number two apostrophes are a unit: inches, or seconds of arc.
    const isOpen = /``[^`']*$/.test(source.slice(Math.max(0, at - 200), at))
    return /\S/.test(before) && (isOpen || !/\d/.test(before)) ? parsedText('”', from) : undefined
  }
  if (mark !== '`' || !begins || !opensAfter.test(before)) return undefined
  const words = single.exec(source.slice(from, Math.min(from + 200, limit)))?.[0]
  if (!words) return parsedText('‘', from)
  const end = from + words.length
  return {
    nodes: [textNode('‘'), ...context.parseRange(context, from, end), textNode('’')],
    end: end + 1,
  }
}

const word = String.raw`(?<![\p{L}\p{N}])`
const ties = new RegExp(
  String.raw`(?<=[\p{L}.,:)])(?<!${word}\p{L})~(?=[\p{L}(])|(?<=[\p{L}.,:)])~(?=\p{L}{2}|\()|(?<=${word}\p{Lu}\p{L}+)~(?=\d[\p{L}\p{N}.(]*(?![\p{L}\p{N}.(%]))|(?<=${word}\p{N}+)~(?=\p{L}{2})`,
  'uy',
)

/** TeX's space that does not break a line, `Experts~(MoE)`. Elsewhere a tilde means "about" or "to": `~10%`, `5~66%`. */
export function parseTie({ source }: TexContext, at: number): Parsed | undefined {
  ties.lastIndex = at
  return ties.test(source) ? parsedText(' ', at + 1) : undefined
}
