import { mathmlOf } from './math.ts'
import { subscript, superscript, symbols } from './tex-symbols.ts'

/** TeX mathematics in a text, and where the text goes on. */
export interface MathSpan {
  tex: string
  end: number
}

const fences = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const

/** The mathematics that begins at a place in a text; undefined where a dollar sign is money or a bracket is just a bracket. */
export function mathAt(source: string, at: number, limit = source.length): MathSpan | undefined {
  const fence = fences.find(([opening]) => source.startsWith(opening, at))
  if (!fence) return undefined
  const [opening, closing] = fence
  const from = at + opening.length
  let close = source.indexOf(closing, from)
  // A dollar sign behind a backslash is a character of the mathematics.
  while (closing === '$' && close > 0 && source[close - 1] === '\\')
    close = source.indexOf(closing, close + 1)
  if (close < 0 || close + closing.length > limit) return undefined
  const tex = source.slice(from, close)
  const end = close + closing.length
  if (opening === '$') {
    const beforeSum = /\d/.test(source[end] ?? '') && /^[^\\^_]*\d[^\\^_]*$/.test(tex)
    if (/^\s|\s$/.test(tex) || beforeSum) return undefined
  }
  return isMathematics(tex) ? { tex: tex.trim(), end } : undefined
}

const forms = [
  /[\\^_=<>]/,
  /^[a-z]['’]*$/i,
  /^[a-z]\([^()]*\)$/i,
  /^[-+]?[\d.,]+$/,
  /^[\w().,\s]*[-+*/|][\w().,\s]*$/,
]
const prose = /(?:^|[\s,;:])[a-z]{3,}[\s,.;:]+[a-z]{2,}/i

/** Whether the text between two dollar signs is mathematics, and not the words between two sums of money. */
export function isMathematics(tex: string): boolean {
  if (!tex.trim() || tex.length > 300) return false
  const bare = tex.replace(/\\(?:text\w*|mathrm|mbox|operatorname)\s*\{[^{}]*\}/g, ' ')
  if (prose.test(bare.replace(/\\[a-z]+/gi, ' '))) return false
  return forms.some((form) => form.test(tex)) && mathmlOf(tex) !== undefined
}

const token =
  /\\(?:math(?:rm|bf|it|sf|tt)|text(?:bf|it|rm|sf|tt|sc)?|mbox|boldsymbol|operatorname)\s*\{([^{}\\]*)\}|\\([a-z]+) ?|([\^_])(?:\{([^{}]*)\}|(\\[a-z]+|.))|\\([%&$#_{},; ])|[{}]|([^\\{}^_$])/giuy

/** TeX mathematics as plain characters (`\tau^2` is `τ²`), or undefined where Unicode cannot show all of it. */
export function unicodeMath(tex: string): string | undefined {
  let shown = ''
  token.lastIndex = 0
  while (token.lastIndex < tex.length) {
    const match = token.exec(tex)
    if (!match) return undefined
    const [, words, command, script, group, single, escaped, plain] = match
    const next =
      words ??
      (command && symbols.get(command)) ??
      (script && (script === '^' ? superscript : subscript)(group ?? single ?? '')) ??
      (escaped && (/[,; ]/.test(escaped) ? ' ' : escaped)) ??
      plain
    if (next === undefined && (command || script)) return undefined
    shown += next ?? ''
  }
  return shown
}
