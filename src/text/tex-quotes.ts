import { asText, type QuoteState, type Read, type TexSource } from './tex-source.ts'

const wordly = /[\p{Letter}\p{Number}]/u
const opensAfter = /^$|[\s([{\p{Dash}/“"‘]/u

/**
 * The real quotation mark that a TeX quote (two backticks, two apostrophes, or a single one of a pair) stands for;
 * undefined for an apostrophe, a prime or a straight mark, which stay what they are.
 */
export function quotation({ source, quotes }: TexSource, at: number): Read | undefined {
  const mark = source[at]
  const before = source[at - 1] ?? ''
  if (quotes.closings.delete(at)) return asText('’', at + 1)
  if (source[at + 1] === mark) return double(source, at, quotes, before)
  if (mark !== '`' || !opensAfter.test(before) || !begins(source[at + 1] ?? '')) return undefined
  const closing = singleClosing(source, at + 1)
  if (closing !== undefined) quotes.closings.add(closing)
  return asText('‘', at + 1)
}

function double(source: string, at: number, state: QuoteState, before: string): Read | undefined {
  const after = source[at + 2] ?? ''
  const attached = before !== '' && !/\s/.test(before)
  const opens = source[at] === '`' ? begins(after) : opensAfter.test(before) && begins(after)
  if (state.open && attached && (!opens || !opensAfter.test(before))) {
    state.open = false
    return asText('”', at + 2)
  }
  if (opens) {
    state.open = true
    return asText('“', at + 2)
  }
  // After a number two apostrophes are a unit: inches, or seconds of arc.
  return attached && !/\d/.test(before) ? asText('”', at + 2) : undefined
}

function begins(after: string): boolean {
  return after !== '' && !/[\s.,;:!?)\]}]/.test(after)
}

function singleClosing(source: string, from: number): number | undefined {
  for (const { index, 0: run } of source.slice(from, from + 200).matchAll(/'+|`+/g)) {
    const at = from + index
    const before = source[at - 1] ?? ''
    const after = source[at + run.length] ?? ''
    const closes = !/\s/.test(before) && !wordly.test(after)
    if (closes && run.length % 2 === 1) return at
    if (run[0] === '`' && !closes) return undefined
  }
  return undefined
}

/** TeX's space that does not break a line, `Experts~(MoE)`. Elsewhere a tilde means "about" or "to": `~10%`, `5~66%`. */
export function tie({ source }: TexSource, at: number): Read | undefined {
  const word = /[\p{L}\p{N}]*[.,:)]?$/u.exec(source.slice(Math.max(0, at - 40), at))?.[0] ?? ''
  const next = /^[\p{L}\p{N}.(]*%?/u.exec(source.slice(at + 1, at + 41))?.[0] ?? ''
  const betweenWords = /[\p{L}.,:)]$/u.test(word) && /^[\p{L}(]/u.test(next)
  const range = /^\p{L}$/u.test(word) && /^\p{L}$/u.test(next)
  const beforeNumber = /^\p{Lu}\p{L}+$/u.test(word) && /^\d.*[^%]$|^\d$/u.test(next)
  const afterNumber = /^\p{N}+$/u.test(word) && /^\p{L}{2}/u.test(next)
  return (betweenWords && !range) || beforeNumber || afterNumber ? asText(' ', at + 1) : undefined
}
