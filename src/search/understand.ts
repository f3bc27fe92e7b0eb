import type { Lexicon } from './lexicon.ts'
import { longestMeanings } from './meaning-books.ts'
import { repair } from './repair.ts'
import type { SpeltRight } from './spelt-right.ts'
import { type Unit, unitsOf } from './units.ts'
import { type Word, wordsIn } from './words.ts'

/** What a query's words were taken to mean. */
export interface Understood {
  words: readonly Word[]
  units: readonly Unit[]
  /** What phrases of the query mean besides, by their place in the lexicon. */
  meanings: readonly { from: number; to: number; meaning: number }[]
  /** The query as it was searched for, when words of it were taken for misspelt. */
  repaired?: string
}

const knownOf = new WeakMap<Lexicon, ReadonlySet<string>>()

/** The terms of all phrases that the lexicon gives a meaning: words that are spelt right although no entry has them. */
function knownTerms(lexicon: Lexicon): ReadonlySet<string> {
  const known =
    knownOf.get(lexicon) ??
    new Set(
      Object.values(lexicon.books).flatMap((book) =>
        [...book.values()].flatMap((phrases) => phrases.flatMap(({ terms }) => terms)),
      ),
    )
  knownOf.set(lexicon, known)
  return known
}

/**
 * Understands the words of a query. A word that the list doesn't have may be misspelt, one that is `speltRight` only by a
 * letter; without `speltRight` words stay as they are.
 */
export function understand(text: string, lexicon: Lexicon, speltRight?: SpeltRight): Understood {
  const typed = wordsIn(text)
  const known = knownTerms(lexicon)
  const units = unitsOf(typed, lexicon, ({ term, plain }) =>
    speltRight && !known.has(term) ? repair(plain, lexicon, speltRight(term)) : undefined,
  )
  const changes = units.flatMap(({ at, repaired }) => {
    const word = typed[at]
    return word && repaired !== undefined ? [{ ...word, repaired }] : []
  })
  const repaired = changes.reduceRight(
    (all, { start, end, repaired }) => all.slice(0, start) + repaired + all.slice(end),
    text,
  )
  const words = changes.length > 0 ? wordsIn(repaired) : typed
  return {
    words,
    units,
    meanings: longestMeanings(words, lexicon.books),
    ...(changes.length > 0 && { repaired }),
  }
}
