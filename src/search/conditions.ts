import { type Word, wordsIn } from '../text/words.ts'
import type { Facet, FacetPostings } from './filters.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Condition } from './query.ts'
import { tokenOf } from './tokens.ts'

/** A predicate over the places of papers: whether a paper meets all conditions of a query. */
export async function conditionFilter(
  conditions: readonly Condition[],
  index: SearchIndex,
): Promise<(place: number) => boolean> {
  const named = await Promise.all(conditions.map((condition) => papersMatching(condition, index)))
  return (place) => conditions.every(({ not }, at) => named[at]?.has(place) !== not)
}

/** The papers that match a condition, whether it requires or excludes them. */
async function papersMatching(
  condition: Condition,
  index: SearchIndex,
): Promise<ReadonlySet<number>> {
  if ('facet' in condition) {
    const { facet, value } = condition
    const members = await index.members(facet, (name) => matchesValue(name, facet, value))
    return papersWithValue(facet, value, members)
  }
  const found = await Promise.all(
    contentWordsOf(condition.words).map(async ({ stem, offset }) => {
      const matches = await index.ask(tokenOf(condition.in, stem), false)
      // Where the phrase would have to start.
      return new Map(
        matches.map(({ place, positions }) => [place, new Set(positions.map((at) => at - offset))]),
      )
    }),
  )
  const inOrder = ([place, starts]: [number, Set<number>]) =>
    [...starts].some((start) => found.every((one) => one.get(place)?.has(start)))
  return new Set([...(found[0] ?? [])].filter(inOrder).map(([place]) => place))
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

/** Whether a facet's value matches `venue:acl`, `topic:"honesty and grounding"` or `year:2023-2024`. */
function matchesValue(name: string, facet: Facet, value: string): boolean {
  const [, from, to] = (facet === 'year' && /^(\d{4})[-–](\d{4})$/.exec(value)) || []
  if (from && to) return from <= name && name <= to
  const said = new Set(wordsIn(name).map(({ stem }) => stem))
  const telling = wordsIn(value).filter(({ stop }) => !stop)
  return telling.length > 0 && telling.every(({ stem }) => said.has(stem))
}

/** The papers that match `venue:acl`: those with exactly this value, otherwise those whose value contains its words. */
export function papersWithValue(facet: Facet, value: string, members: FacetPostings): Set<number> {
  const all = [...members].filter(([name]) => matchesValue(name, facet, value))
  const same = all.filter(([name]) => name.toLowerCase() === value.toLowerCase())
  return new Set((same.length > 0 ? same : all).flatMap(([, places]) => [...places]))
}
