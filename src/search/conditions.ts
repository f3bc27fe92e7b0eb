import { type Word, wordsIn } from '../text/words.ts'
import { type Facet, havingAny, type IndexedFacets } from './filters.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Condition } from './query.ts'
import { tokenOf } from './tokens.ts'

/** A predicate over the places of papers: whether a paper meets all conditions of a query. */
export async function conditionFilter(
  conditions: readonly Condition[],
  index: SearchIndex,
): Promise<(place: number) => boolean> {
  const named = await Promise.all(
    conditions.map((one) =>
      'facet' in one ? papersWithValue(one.facet, one.value, index) : papersWithPhrase(one, index),
    ),
  )
  return (place) => conditions.every(({ not }, at) => named[at]?.has(place) !== not)
}

/** The papers that have words in this order. */
async function papersWithPhrase(
  { in: kind, words }: Extract<Condition, { words: unknown }>,
  index: SearchIndex,
): Promise<ReadonlySet<number>> {
  const [first, ...others] = await Promise.all(
    contentWordsOf(words).map(async ({ stem, offset }) => {
      const matches = await index.ask(tokenOf(kind, stem), false)
      // Where the phrase would have to start.
      return new Map(
        matches.map(({ place, positions }) => [place, new Set(positions.map((at) => at - offset))]),
      )
    }),
  )
  const inOrder = ([place, starts]: [number, Set<number>]) =>
    [...starts].some((start) => others.every((one) => one.get(place)?.has(start)))
  return new Set([...(first ?? [])].filter(inOrder).map(([place]) => place))
}

/** The words that are not stop words, with their positions in the index: after the parts of a name such as `NeurIPS`, the whole name takes a position. */
function contentWordsOf(words: readonly Word[]): { stem: string; offset: number }[] {
  let next = 0
  return words.flatMap(({ stem, stop, whole }, at) => {
    const offset = next
    next += whole?.solid && words[at + 1]?.whole !== whole ? 2 : 1
    return stop ? [] : [{ stem, offset }]
  })
}

/** The papers that match `venue:acl`: those with exactly this value, otherwise those whose value contains its words. */
export async function papersWithValue(
  facet: Facet,
  value: string,
  index: IndexedFacets,
): Promise<ReadonlySet<number>> {
  const names = (await index.values(facet)).filter((name) => matchesValue(name, facet, value))
  const same = names.filter((name) => name.toLowerCase() === value.toLowerCase())
  return havingAny(facet, same.length > 0 ? same : names, index)
}

/** Whether a facet's value matches `venue:acl`, `topic:"honesty and grounding"` or `year:2023-2024`. */
function matchesValue(name: string, facet: Facet, value: string): boolean {
  const [, from, to] = (facet === 'year' && /^(\d{4})[-–](\d{4})$/.exec(value)) || []
  if (from && to) return from <= name && name <= to
  const said = new Set(wordsIn(name).map(({ stem }) => stem))
  const telling = wordsIn(value).filter(({ stop }) => !stop)
  return telling.length > 0 && telling.every(({ stem }) => said.has(stem))
}
