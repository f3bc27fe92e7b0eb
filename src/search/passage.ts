import { type Field, type FieldTexts, listSeparator } from './field.ts'
import { keptWords } from './kept-words.ts'
import type { Lexicon } from './lexicon.ts'
import { rarity } from './rank.ts'
import type { Word } from './words.ts'

/** The fields that say in one breath what a paper is or how it is asked for. */
const read: readonly Field[] = ['title', 'claim', 'asks']

/**
 * How much of a query the best single title, claim or phrase of `asks` says, and says nothing else: from 0 to 1 for just the
 * words that are asked, rare ones counting more. A query of one word has no such passage.
 */
export function bestPassage(
  words: readonly Word[],
  texts: FieldTexts,
  { counts, placeOf, entries }: Pick<Lexicon, 'counts' | 'placeOf' | 'entries'>,
): number {
  const asked = termsOf(words)
  if (asked.size < 2) return 0
  const weigh = (terms: Iterable<string>) => {
    let sum = 0
    for (const term of terms) sum += rarity(counts[placeOf(term) ?? -1] ?? 0, entries)
    return sum
  }
  const all = weigh(asked)
  const passages = read.flatMap((field) => texts[field]?.split(listSeparator) ?? [])
  return Math.max(
    0,
    ...passages.map((passage) => {
      const said = termsOf(keptWords(passage))
      const both = weigh([...said].filter((term) => asked.has(term)))
      return both === 0 ? 0 : (both / all) * (both / weigh(said))
    }),
  )
}

function termsOf(words: readonly Word[]): ReadonlySet<string> {
  return new Set(words.flatMap(({ term, stop }) => (stop ? [] : [term])))
}
