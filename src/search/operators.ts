import { type Facet, facets } from './facet.ts'
import { type Scope, scopes } from './field.ts'

/** A part of a query that demands or forbids something. */
export type Demand = { not: boolean } & (
  | { kind: 'phrase'; text: string }
  | { kind: 'scope'; scope: Scope; text: string }
  | { kind: 'facet'; facet: Facet; value: string }
)

/** A query taken apart. */
export interface Asked {
  /** The words that are looked for, without the rest. */
  words: string
  demands: Demand[]
}

/** The longest query that is looked at, in characters, and the most words of it; more is left out. */
export const longestQuery = 300
const mostParts = 32

const part = /(-(?=["\p{Letter}\p{Number}]))?(?:([a-z]+):)?("[^"]*"|[^\s"]+)/giu
const quotes = /[“”„«»]/g

/**
 * Takes a query apart: `"these words in this order"`, `-without`, `author:munos`, `year:2024`. What isn't understood so
 * is ordinary words, the name of an unknown field included.
 */
export function takeApart(query: string): Asked {
  const words: string[] = []
  const demands: Demand[] = []
  const text = query.slice(0, longestQuery).replace(quotes, '"')
  for (const [whole, minus, name = '', value = ''] of [...text.matchAll(part)].slice(
    0,
    mostParts,
  )) {
    const quoted = value.startsWith('"')
    const bare = value.replaceAll('"', '').trim()
    const not = minus === '-'
    const known = name.toLowerCase()
    if (!/[\p{Letter}\p{Number}]/u.test(bare)) continue
    if (isScope(known)) demands.push({ not, kind: 'scope', scope: known, text: bare })
    else if (isFacet(known))
      demands.push({ not, kind: 'facet', facet: known, value: bare.toLowerCase() })
    else if (not || quoted) demands.push({ not, kind: 'phrase', text: bare })
    else words.push(whole)
    if (quoted && !not && !name) words.push(bare)
    if (isScope(known) && !not) words.push(bare)
  }
  return { words: words.join(' '), demands }
}

function isScope(name: string): name is Scope {
  return Object.hasOwn(scopes, name)
}

function isFacet(name: string): name is Facet {
  return facets.some((facet) => facet === name)
}
