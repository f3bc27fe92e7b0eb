import type { IndexReader } from './index-reader.ts'
import { kinship } from './kinship.ts'
import type { Lexicon } from './lexicon.ts'
import { nearness } from './nearness.ts'
import { bestPassage } from './passage.ts'
import type { Ranked } from './rank.ts'
import { isTitleOf } from './title-match.ts'
import type { Understood } from './understand.ts'

/** How many of the best are put in order by whole phrases and exact titles, which their texts tell. */
const readClosely = 20
/** How much more an entry counts in which all words stand together as they were asked. */
const togetherness = 0.3
/** How much more an entry counts whose title, claim or one phrase of `asks` says just what is asked. */
const oneBreath = 0.3
/** How much an entry counts besides that is like the best ones. */
const likeness = 0.4

/** What was found for a query. */
export interface Found {
  ranked: Ranked[]
  understood: Understood
}

/**
 * Puts the best of some places, given best first, in order by their texts: exact titles first, then words that stand
 * together and papers like the best. Rejects when a text cannot be loaded.
 */
export async function inCloseOrder(
  places: readonly number[],
  { ranked, understood }: Found,
  query: string,
  reader: Pick<IndexReader, 'paper'>,
  lexicon: Lexicon,
): Promise<number[]> {
  const scores = new Map(ranked.map(({ place, score }) => [place, score]))
  const near = await Promise.all(
    places.slice(0, readClosely).map(async (place) => {
      const { fields } = await reader.paper(place)
      const whole =
        togetherness * nearness(understood.words, fields) +
        oneBreath * bestPassage(understood.words, fields, lexicon)
      return { place, fields, score: (scores.get(place) ?? 0) * (1 + whole) }
    }),
  )
  near.sort((a, b) => b.score - a.score)
  const best = near[0]?.score || 1
  const kin = kinship(
    near.map(({ fields }) => fields),
    near.map(({ score }) => score),
    lexicon,
  )
  const head = near.map(({ place, fields, score }, at) => {
    const exact = isTitleOf(query, fields)
    return {
      place,
      score: exact ? Number.POSITIVE_INFINITY : score / best + likeness * (kin[at] ?? 0),
    }
  })
  head.sort((a, b) => b.score - a.score)
  return [...head.map(({ place }) => place), ...places.slice(readClosely)]
}
