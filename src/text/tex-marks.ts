import { mathAt, unicodeMath } from './tex-math.ts'
import { quoteAt } from './tex-quotes.ts'
import { groupAt, type Read, type Reading, shown } from './tex-reading.ts'
import { superscript } from './tex-symbols.ts'

/** Mathematics between dollar signs or TeX's brackets. */
export function math({ source }: Reading, at: number, limit: number): Read | undefined {
  const found = mathAt(source, at, limit)
  if (!found) return undefined
  const characters = unicodeMath(found.tex)
  // Figures, signs and bare exponents need no mathematics to be shown; letters do, for they are variables.
  if (characters !== undefined && !/\p{Letter}/u.test(characters.replace(/[ⁿⁱ]/g, '')))
    return shown(characters, found.end)
  return { nodes: [{ type: 'inlineMath', value: found.tex }], end: found.end }
}

const bareExponent = /[+-]?\d+|[+-](?![\p{L}\p{N}])|[ni](?![\p{L}\p{N}])|\\circ(?![a-z])/uy

/** An exponent without dollar signs, `D^2O` or `H^{2}`. */
export function exponent({ source }: Reading, at: number, limit: number): Read | undefined {
  if (!/[\p{L}\p{N})\]}|]/u.test(source[at - 1] ?? '')) return undefined
  const braces = groupAt(source, at + 1, limit)
  bareExponent.lastIndex = at + 1
  const found = braces
    ? source.slice(braces.from, braces.to)
    : (bareExponent.exec(source.slice(0, limit))?.[0] ?? '')
  const raised = superscript(found.trim())
  return raised ? shown(raised, braces?.end ?? at + 1 + found.length) : undefined
}

/** A TeX quotation mark. */
export function quotation({ source, quotes }: Reading, at: number): Read | undefined {
  const quote = quoteAt(source, at, quotes)
  return quote && shown(quote.mark, at + quote.length)
}

/** TeX's space that does not break a line, `Experts~(MoE)`. Elsewhere a tilde means "about" or "to": `~10%`, `5~66%`. */
export function tie({ source }: Reading, at: number): Read | undefined {
  const word = /[\p{L}\p{N}]*[.,:)]?$/u.exec(source.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const next = /^[\p{L}\p{N}.(]*%?/u.exec(source.slice(at + 1, at + 41))?.[0] ?? ''
  const betweenWords = /[\p{L}.,:)]$/u.test(word) && /^[\p{L}(]/u.test(next)
  const range = /^\p{L}$/u.test(word) && /^\p{L}$/u.test(next)
  const beforeNumber = /^\p{Lu}\p{L}+$/u.test(word) && /^\d.*[^%]$|^\d$/u.test(next)
  const afterNumber = /^\p{N}+$/u.test(word) && /^\p{L}{2}/u.test(next)
  return (betweenWords && !range) || beforeNumber || afterNumber ? shown(' ', at + 1) : undefined
}
