/** What the quotation marks of one paragraph have been so far. */
export interface QuoteState {
  /** Whether a double quotation is open. */
  open: boolean
  /** Where the single quotations that are open will close. */
  closings: Set<number>
}

/** A quotation mark as a reader sees it, and how many characters of the source it takes. */
export interface Quote {
  mark: string
  length: number
}

const wordly = /[\p{Letter}\p{Number}]/u
const opensAfter = /^$|[\s([{\p{Dash}/“"‘]/u

/** The state at the start of a paragraph. */
export function quoteState(): QuoteState {
  return { open: false, closings: new Set() }
}

/**
 * The real quotation mark that a TeX quote (two backticks, two apostrophes, or a single one of a pair) stands for;
 * undefined for an apostrophe, a prime or a straight mark, which stay what they are.
 */
export function quoteAt(source: string, at: number, state: QuoteState): Quote | undefined {
  const mark = source[at]
  const before = source[at - 1] ?? ''
  if (state.closings.delete(at)) return { mark: '’', length: 1 }
  if (source[at + 1] === mark) return double(source, at, state, before)
  if (mark !== '`' || !opensAfter.test(before) || !begins(source[at + 1] ?? '')) return undefined
  const closing = singleClosing(source, at + 1)
  if (closing !== undefined) state.closings.add(closing)
  return { mark: '‘', length: 1 }
}

function double(source: string, at: number, state: QuoteState, before: string): Quote | undefined {
  const after = source[at + 2] ?? ''
  const attached = before !== '' && !/\s/.test(before)
  const opens = source[at] === '`' ? begins(after) : opensAfter.test(before) && begins(after)
  if (state.open && attached && (!opens || !opensAfter.test(before))) {
    state.open = false
    return { mark: '”', length: 2 }
  }
  if (opens) {
    state.open = true
    return { mark: '“', length: 2 }
  }
  // After a number two apostrophes are a unit: inches, or seconds of arc.
  return attached && !/\d/.test(before) ? { mark: '”', length: 2 } : undefined
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
