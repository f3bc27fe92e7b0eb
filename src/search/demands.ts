import { scopes } from './field.ts'
import type { IndexReader } from './index-reader.ts'
import type { Lexicon } from './lexicon.ts'
import type { Membership } from './membership.ts'
import { hasPhrase } from './nearness.ts'
import type { Demand } from './operators.ts'
import { wordsIn } from './words.ts'

/** The most entries whose text is read for a phrase. */
export const mostRead = 200

/** Keeps the places, in their order, that meet what a query demands and forbids. */
export async function meeting(
  demands: readonly Demand[],
  places: readonly number[],
  reader: IndexReader,
): Promise<number[]> {
  let left = [...places]
  const lexicon = await reader.lexicon()
  for (const demand of demands) {
    const met = await setOf(demand, left, reader, lexicon)
    left = left.filter((place) => met.has(place) !== demand.not)
  }
  return left
}

async function setOf(
  demand: Demand,
  left: readonly number[],
  reader: IndexReader,
  lexicon: Lexicon,
): Promise<ReadonlySet<number>> {
  if (demand.kind === 'facet') return ofFacet(demand, await reader.membership())
  const words = wordsIn(demand.text)
  const bit = demand.kind === 'scope' ? scopes[demand.scope] : 0
  const telling = words.filter(({ stop }) => !stop || words.length === 1)
  let all = new Set(left)
  for (const { term } of telling) {
    const place = lexicon.placeOf(term)
    const postings = place === undefined ? [] : await reader.postings(place)
    const having = new Set(
      postings.filter(({ scopes }) => !bit || (scopes & bit) !== 0).map(({ place }) => place),
    )
    all = new Set([...all].filter((place) => having.has(place)))
  }
  if (demand.kind === 'scope' || words.length < 2) return all
  const read = await Promise.all(
    [...all].slice(0, mostRead).map(async (place) => {
      const { fields } = await reader.paper(place)
      return hasPhrase(words, fields) ? [place] : []
    }),
  )
  return new Set(read.flat())
}

function ofFacet(
  { facet, value }: Demand & { kind: 'facet' },
  membership: Membership,
): ReadonlySet<number> {
  const all = [...membership[facet]].map(([name, places]) => [name.toLowerCase(), places] as const)
  const exact = all.filter(([name]) => name === value)
  const chosen =
    exact.length > 0 ? exact : all.filter(([name]) => name.split(/[\s-]/).includes(value))
  return new Set(chosen.flatMap(([, places]) => [...places]))
}
