import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { type Facet, facets } from './filters.ts'
import { identifierKey, type TokenKind } from './tokens.ts'

/** A part of a query that demands or forbids something: words one after the other, in a field or anywhere, or a facet's value. */
export type Condition = { not: boolean } & (
  | { in: TokenKind; words: readonly Word[] }
  | { facet: Facet; value: string }
)

/** A query taken apart. */
export interface Query {
  /** What is looked for, without the conditions. */
  text: string
  words: readonly Word[]
  conditions: readonly Condition[]
  /** Whether nothing is typed at all. */
  blank: boolean
  /** The key of the identifier that the whole query is. */
  identifier?: string
}

/** The longest query that is looked at, in characters, and the most parts of it; more is left out. */
export const longestQuery = 300
const mostParts = 32

const part = /(-(?=["\p{Letter}\p{Number}]))?(?:([a-z]+):\s*)?("[^"]*(?:"|$)|[^\s"]+)/giu
const quotes = /[“”„«»]/g
const fields = ['author', 'title', 'name'] as const

/**
 * Takes a query apart: `"these words in this order"`, `-without`, `author:munos`, `year:2024`. What isn't understood so
 * is ordinary words, the name of an unknown field included.
 */
export function parseQuery(query: string): Query {
  const kept: string[] = []
  const conditions: Condition[] = []
  const typed = query.slice(0, longestQuery).replace(quotes, '"')
  for (const [whole, minus, name = '', value = ''] of [...typed.matchAll(part)].slice(
    0,
    mostParts,
  )) {
    const bare = value.replaceAll('"', '').trim()
    if (!/[\p{Letter}\p{Number}]/u.test(bare)) continue
    const not = minus === '-'
    const quoted = value.startsWith('"')
    const operator = name.toLowerCase()
    const field = fields.find((one) => one === operator)
    const facet = facets.find((one) => one === operator)
    if (facet) conditions.push({ not, facet, value: bare })
    else if (field || not || quoted)
      conditions.push({ not, in: field ?? 'word', words: wordsIn(bare) })
    if (!not && !facet) kept.push(field || (quoted && !name) ? bare : whole)
  }
  const text = kept.join(' ')
  const identifier = identifierIn(text)
  const blank = query.trim() === ''
  return { text, words: wordsIn(text), conditions, blank, ...(identifier && { identifier }) }
}

/** The key of an identifier: `2312.07000`, `arXiv 2312.07000v2`, a DOI, or the address of a paper. */
function identifierIn(text: string): string | undefined {
  const bare = text.replace(/^arxiv\s+/i, '')
  const identifier = arxivIdOf(bare) ?? doiOf(bare)
  if (identifier) return identifierKey(identifier)
  return /^https?:\/\/\S+$/i.test(bare) ? identifierKey(canonicalPaperAddress(bare)) : undefined
}
