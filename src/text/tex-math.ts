import type { PhrasingContent } from 'mdast'
import { mathmlOf } from './math.ts'
import { mathText } from './math-text.ts'
import { superscript } from './tex-characters.ts'
import { groupAt, type Parsed, parsedText, type TexContext, textNode } from './tex-context.ts'

/** Mathematics between dollar signs or TeX's brackets; words that their author set as mathematics are words. */
export function parseMath(context: TexContext, at: number, limit: number): Parsed | undefined {
  const found = mathAt(context.source, at, limit)
  if (!found) return undefined
  const { tex, from, end } = found
  const isWords = /^\\(?:text(?:rm|it|bf)?|mbox|emph)\{[^{}\\$]+\}$/.test(tex)
  const nodes = isWords ? context.parseRange(context, from, from + tex.length) : mathNodes(tex)
  return { nodes, end }
}

/** The mathematics of some TeX; characters where it has no variables. */
export function mathNodes(tex: string): PhrasingContent[] {
  const characters = unicodeMath(tex)
  // Figures, signs and bare exponents need no mathematics to be shown; letters do, for they are variables.
  return characters !== undefined && !/\p{Letter}/u.test(characters.replace(/[ⁿⁱ]/g, ''))
    ? [textNode(characters)]
    : [{ type: 'inlineMath', value: tex }]
}

const bareExponent = /[+-]?\d+|[+-](?![\p{L}\p{N}])|[ni](?![\p{L}\p{N}])|\\circ(?![a-z])/uy

/** An exponent without dollar signs, `D^2O` or `H^{2}`. */
export function parseExponent(context: TexContext, at: number, limit: number): Parsed | undefined {
  const { source } = context
  if (!/[\p{L}\p{N})\]}|]/u.test(source[at - 1] ?? '')) return undefined
  const braces = groupAt(context, at + 1, limit)
  bareExponent.lastIndex = at + 1
  const found = braces
    ? source.slice(braces.from, braces.to)
    : (bareExponent.exec(source.slice(0, limit))?.[0] ?? '')
  const raised = superscript(found.trim())
  return raised ? parsedText(raised, braces?.end ?? at + 1 + found.length) : undefined
}

const fences = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const

/** The TeX that begins at a place, and its end; undefined where a dollar sign is money or a bracket is just a bracket. */
function mathAt(
  source: string,
  at: number,
  limit: number,
): { tex: string; from: number; end: number } | undefined {
  const [opening, closing] = fences.find(([one]) => source.startsWith(one, at)) ?? []
  if (!opening) return undefined
  let from = at + opening.length
  let close = source.indexOf(closing, from)
  // A dollar sign behind a backslash is a character of the mathematics.
  while (closing === '$' && close > 0 && source[close - 1] === '\\')
    close = source.indexOf(closing, close + 1)
  const end = close + closing.length
  if (close < 0 || end > limit) return undefined
  const whole = source.slice(from, close)
  const tex = whole.trim()
  if (opening === '$') {
    const beforeSum = /\d/.test(source[end] ?? '') && /^[^\\^_]*\d[^\\^_]*$/.test(tex)
    if (tex !== whole || beforeSum) return undefined
  }
  from += whole.indexOf(tex)
  return isMathematics(tex) ? { tex, from, end } : undefined
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
function isMathematics(tex: string): boolean {
  if (!tex || tex.length > 300) return false
  const bare = tex.replace(/\\(?:text\w*|mathrm|mbox|operatorname)\s*\{[^{}]*\}/g, ' ')
  if (prose.test(bare.replace(/\\[a-z]+/gi, ' '))) return false
  return forms.some((form) => form.test(tex.replaceAll('{,}', ','))) && mathmlOf(tex) !== undefined
}

/** TeX mathematics as plain characters (`\tau^2` is `τ²`), or undefined where Unicode cannot show all of it. */
export function unicodeMath(tex: string): string | undefined {
  const shown = mathText(tex).replaceAll('−', '-')
  return mathmlOf(tex) === undefined || /[\\^_]/.test(shown) ? undefined : shown
}
