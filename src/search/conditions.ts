import { type Word, wordsIn } from '../text/words.ts'
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
  const all = [...(found[0]?.keys() ?? [])].filter((place) => found.every((one) => one.has(place)))
  if (telling.length < 2) return new Set(all)
  if (condition.kind === 'field') {
    const papers = await Promise.all(all.map(async (place) => (await index.load(place)).paper))
    const texts = { title: 'title', author: 'authors', name: 'names' } as const
    const items = papers.map((paper) => [paper[texts[condition.field]]].flat())
    return new Set(all.filter((_, at) => items[at]?.some((item) => says(item, words))))
  }
  const places = placesOf(words)
  const offsets = telling.map((word) => places[words.indexOf(word)] ?? 0)
  const first = offsets[0] ?? 0
  const inOrder = (place: number) =>
    [...(found[0]?.get(place) ?? [])].some((start) =>
      found.every((one, at) => one.get(place)?.has(start + (offsets[at] ?? 0) - first)),
    )
  return new Set(all.filter(inOrder))
}

/** Where words stand in the index, counted from the first: behind a name such as `NeurIPS` its whole has a place of its own. */
function placesOf(words: readonly Word[]): number[] {
  let place = 0
  return words.map(({ whole }, at) => {
    const own = place
    place += whole?.solid && words[at + 1]?.whole !== whole ? 2 : 1
    return own
  })
}

/** Whether a text has words one after the other, in any form. */
function says(text: string, words: readonly Word[]): boolean {
  const said = wordsIn(text)
  return said.some((_, from) => words.every(({ stem }, at) => said[from + at]?.stem === stem))
}
