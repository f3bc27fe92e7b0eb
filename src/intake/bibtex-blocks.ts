/** One `@…{…}` of a BibTeX file. */
export interface BibtexBlock {
  /** `article`, `string`, …: in lower case. */
  type: string
  /** Where it begins, from 1. */
  line: number
  source: string
}

const opening = /^[ \t]*@[ \t]*([a-z]+)[ \t]*[({]/gim

/**
 * The blocks of a BibTeX file; what stands between them is a comment. A block whose braces do not close ends where the
 * next one begins, and is told by `open`, so that one fault costs one paper.
 */
export function* bibtexBlocks(text: string): Generator<BibtexBlock & { open: boolean }> {
  let from = 0
  let line = 1
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index + match[0].indexOf('@')
    line += text.slice(from, start).split('\n').length - 1
    from = start
    const next = text.slice(opening.lastIndex).search(opening)
    const limit = next < 0 ? text.length : opening.lastIndex + next
    const end = closingPlace(text, opening.lastIndex - 1)
    const open = end === undefined
    const stop = end ?? limit
    const type = (match[1] ?? '').toLowerCase()
    yield { type, line, source: text.slice(start, stop), open }
    opening.lastIndex = stop
  }
}

/** The place behind the brace that closes the one at a place. */
function closingPlace(text: string, at: number): number | undefined {
  let depth = 0
  for (let place = at; place < text.length; place += 1) {
    const character = text[place]
    if (character === '\\') place += 1
    else if (character === '{' || (character === '(' && place === at)) depth += 1
    else if (character === '}' || (character === ')' && depth === 1 && text[at] === '(')) depth -= 1
    if (depth === 0) return place + 1
  }
  return undefined
}
