import { termsOf } from './terms.ts'
import { bagOf, collectionOf } from './tf-idf.ts'

/** What tells which papers are related. */
export interface Shelved {
  id: string
  title: string
  /** The one sentence that says what the paper shows. */
  claim?: string | undefined
  topics?: readonly string[] | undefined
  tags?: readonly string[] | undefined
}

// A shelf says far more than a word.
const chosenTimes = 50
const titleTimes = 2

/**
 * A function that names the papers most like one, by their tags and topics and by the words of title and claim. Of
 * equals, the one that stands first in the list goes first. Papers that share nothing are never related.
 */
export function relatedIndex<T extends Shelved>(
  papers: readonly T[],
): (paper: T, most: number) => T[] {
  const bags = papers.map(({ title, claim = '', topics = [], tags = [] }) =>
    bagOf([
      [tags.map((tag) => `tag:${tag}`), chosenTimes],
      [topics.map((topic) => `topic:${topic}`), chosenTimes],
      [termsOf(title), titleTimes],
      [termsOf(claim), 1],
    ]),
  )
  const { weights, nearest } = collectionOf(bags)
  const byId = new Map(papers.map(({ id }, place) => [id, weights[place]]))
  return ({ id }, most) =>
    nearest(byId.get(id) ?? new Map(), most + 1)
      .flatMap(([place]) => papers[place] ?? [])
      .filter((other) => other.id !== id)
      .slice(0, most)
}
