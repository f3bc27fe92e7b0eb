import { means, ofFacet } from './filters.ts'
import type { SearchIndex } from './pagefind.ts'
import type { Condition } from './query.ts'
import { tokenOf } from './tokens.ts'

/** Whether a paper, by its place, meets all conditions of a query; every paper of the list is asked about. */
export async function meeting(
  conditions: readonly Condition[],
  index: SearchIndex,
): Promise<(place: number) => boolean> {
  const named = await Promise.all(conditions.map((condition) => namedBy(condition, index)))
  return (place) => conditions.every(({ not }, at) => named[at]?.has(place) !== not)
}

/** The papers that a condition names, whether it demands or forbids them. */
async function namedBy(condition: Condition, index: SearchIndex): Promise<ReadonlySet<number>> {
  if (condition.kind === 'facet') {
    const { facet, value } = condition
    return ofFacet(facet, value, await index.members((key) => means(key, facet, value)))
  }
  const { words } = condition
  const telling = words.filter(({ stop }) => !stop)
  const kind = condition.kind === 'field' ? condition.field : 'word'
  const found = await Promise.all(
    telling.map(async (word) => {
      const matches = await index.ask(tokenOf(kind, word.stem), false)
      return new Map(matches.map(({ place, positions }) => [place, new Set(positions)]))
    }),
  )
  const offsets = telling.map((word) => words.indexOf(word))
  const inOrder = (place: number) =>
    [...(found[0]?.get(place) ?? [])].some((start) =>
      found.every((one, at) => one.get(place)?.has(start + (offsets[at] ?? 0) - (offsets[0] ?? 0))),
    )
  const common = [...(found[0]?.keys() ?? [])].filter((place) =>
    found.every((one) => one.has(place)),
  )
  return new Set(kind === 'word' ? common.filter(inOrder) : common)
}
