import { arxivIdOf, canonicalPaperAddress, doiOf } from '../model/identifier.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { type Facet, facets } from './filters.ts'
import { identifierKey, type TokenKind } from './tokens.ts'

/** A part of a query that requires or excludes something: a phrase, in one field or anywhere, or a facet's value. */
export type Condition = { not: boolean } & (
  | { in: TokenKind; words: readonly Word[] }
  | { facet: Facet; value: string }
)

/** A parsed query. */
export interface Query {
  /** The text to search for, without the conditions. */
  text: string
  words: readonly Word[]
  conditions: readonly Condition[]
  /** Whether the query is empty. */
  blank: boolean
  /** The key of an identifier, if the whole query is one. */
  identifier?: string
}

/** The most characters and parts of a query that are parsed; the rest is ignored. */
export const longestQuery = 300
const mostParts = 32

const part = /(-(?=["\p{Letter}\p{Number}]))?(?:([a-z]+):\s*)?("[^"]*(?:"|$)|[^\s"]+)/giu
const quotes = /[“”„«»]/g
const fields = ['author', 'title', 'name'] as const

/**
 * Parses a query: `"these words in this order"`, `-without`, `author:munos`, `year:2024`. Everything else
 * is ordinary words, including an unknown field with its name.
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
