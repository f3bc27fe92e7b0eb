import type { PhrasingContent } from 'mdast'
import { mathmlOf } from './math.ts'
import { mathText } from './math-text.ts'
import { superscript } from './tex-characters.ts'
import {
  groupAt,
  matchAt,
  type Parser,
  parsedText,
  type TexContext,
  textNode,
} from './tex-context.ts'

/** Parses mathematics between dollar signs or TeX's brackets. Words that are only set as mathematics become text. */
export const parseMath: Parser = (context, at) => {
  const found = mathAt(context, at)
  if (!found) return undefined
  const { tex, from, end } = found
  const isWords = /^\\(?:text(?:rm|it|bf)?|mbox|emph)\{[^{}\\$]+\}$/.test(tex)
  const nodes = isWords ? context.parseRange(from, from + tex.length) : mathNodes(tex)
  return { nodes, end }
}

/** A node for some TeX: plain text if it has no variables, otherwise mathematics. */
export function mathNodes(tex: string): PhrasingContent[] {
  const characters = unicodeMath(tex)
  return characters !== undefined && !/\p{Letter}/u.test(characters.replace(/[ⁿⁱ]/g, ''))
    ? [textNode(characters)]
    : [{ type: 'inlineMath', value: tex }]
}

const bareExponent = /[+-]?\d+|[+-](?![\p{L}\p{N}])|[ni](?![\p{L}\p{N}])|\\circ(?![a-z])/uy

/** Parses an exponent outside mathematics: `D^2O` or `H^{2}`. */
export const parseExponent: Parser = (context, at) => {
  const { source } = context
  if (!/[\p{L}\p{N})\]}|]/u.test(source[at - 1] ?? '')) return undefined
  const braces = groupAt(context, at + 1)
  const [bare = ''] = matchAt(bareExponent, context, at + 1)
  const found = braces ? source.slice(braces.from, braces.to) : bare
  const raised = superscript(found.trim())
  return raised ? parsedText(raised, braces?.end ?? at + 1 + found.length) : undefined
}

const fences = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
] as const

/** The mathematics at an offset; undefined if a dollar sign is a currency or a bracket is just a bracket. */
function mathAt(
  { source, limit }: TexContext,
  at: number,
): { tex: string; from: number; end: number } | undefined {
  const [opening, closing] = fences.find(([one]) => source.startsWith(one, at)) ?? []
  if (!opening) return undefined
  let from = at + opening.length
  let close = source.indexOf(closing, from)
  // An escaped dollar sign belongs to the mathematics.
  while (closing === '$' && close > 0 && source[close - 1] === '\\')
    close = source.indexOf(closing, close + 1)
  const end = close + closing.length
  if (close < 0 || end > limit) return undefined
  const whole = source.slice(from, close)
  const tex = whole.trim()
  if (opening === '$') {
    const isBeforePrice = /\d/.test(source[end] ?? '') && /^[^\\^_]*\d[^\\^_]*$/.test(tex)
    if (tex !== whole || isBeforePrice) return undefined
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

/** Whether the text between two dollar signs is mathematics, and not words between two prices. */
function isMathematics(tex: string): boolean {
  if (!tex || tex.length > 300) return false
  const bare = tex.replace(/\\(?:text\w*|mathrm|mbox|operatorname)\s*\{[^{}]*\}/g, ' ')
  if (prose.test(bare.replace(/\\[a-z]+/gi, ' '))) return false
  return forms.some((form) => form.test(tex.replaceAll('{,}', ','))) && mathmlOf(tex) !== undefined
}

/** TeX mathematics in Unicode, `τ²` for `\tau^2`; undefined if Unicode lacks a part of it. */
export function unicodeMath(tex: string): string | undefined {
  const text = mathText(tex).replaceAll('−', '-')
  return mathmlOf(tex) === undefined || /[\\^_]/.test(text) ? undefined : text
}
