import type { Word } from '../text/words.ts'
import type { Field, FieldTexts, SearchedEntry } from './fields.ts'
import { ranking } from './pagefind.ts'
import type { Meaning, MeaningKind, PhraseBook } from './synonyms.ts'

/** How soon more of the same stops counting, as Pagefind is told. */
const { termSaturation: saturation } = ranking
/** How much another name of a thing counts beside the one that a paper says: an acronym is its long form, a concept only resembles. */
const nameShares: Readonly<Record<MeaningKind, number>> = { acronym: 0.8, tag: 0.5, concept: 0.5 }
/** How much two words count that other papers write as one. */
const joinedShare = 0.8
/** An entry with its texts, and the words of each. */
export interface Paper {
  entry: SearchedEntry
  texts: FieldTexts
  words: Readonly<Record<Field, readonly Word[][]>>
}
/** What a word counts in each field of a paper. */
export type Weights = Readonly<Record<Field, number>>

/** What a function makes of each field of a paper. */
export function eachField<T>(
  { words }: Paper,
  make: (field: Field, items: readonly Word[][]) => T[],
): T[] {
  return Object.entries(words).flatMap(([field, items]) => make(field as Field, items))
}

/** Each compound with signs of a paper as one word, and two words as one where others write them so, with their weights. */
export function joinedWords(
  paper: Paper,
  weights: Weights,
  compounds: ReadonlySet<string>,
): Map<string, number> {
  const joined = new Map<string, number>()
  const add = (word: string, weight: number) => joined.set(word, (joined.get(word) ?? 0) + weight)
  for (const { field, item } of eachField(paper, (field, items) =>
    items.map((item) => ({ field, item })),
  ))
    for (const [at, { whole, plain }] of item.entries()) {
      const next = item[at + 1]
      if (whole && !whole.solid && item[at - 1]?.whole !== whole) add(whole.plain, weights[field])
      if (next && !whole && compounds.has(plain + next.plain))
        add(plain + next.plain, joinedShare * weights[field])
    }
  return joined
}

/** The meanings that a paper names, each with the weight that lets Pagefind's saturated score come out as a share of what the name itself would give. */
export function meaningsOfPaper(
  paper: Paper,
  weights: Weights,
  meanings: readonly Meaning[],
  book: PhraseBook,
): Map<number, number> {
  const said = new Map<number, number>()
  eachField(paper, (field, items) => {
    for (const { meaning } of items.flatMap((item) => book.find(item)))
      said.set(meaning, (said.get(meaning) ?? 0) + weights[field])
    return []
  })
  return new Map(
    [...said].map(([meaning, strength]) => {
      const share =
        nameShares[meanings[meaning]?.kind ?? 'concept'] * (strength / (saturation + strength))
      return [meaning, (saturation * share) / (1 - share)]
    }),
  )
}
