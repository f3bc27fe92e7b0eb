import type { Word } from '../text/words.ts'
import type { Field, FieldTexts, SearchedEntry } from './fields.ts'
import { ranking } from './pagefind.ts'
import type { Meaning, MeaningKind, PhraseBook } from './synonyms.ts'

/** How soon more of the same stops counting, as Pagefind is told. */
const { termSaturation: saturation } = ranking
/** How much another name of a thing counts beside the one that a paper says: an acronym is its long form, a concept only resembles. */
const nameShares: Readonly<Record<MeaningKind, number>> = { acronym: 0.8, tag: 0.5, concept: 0.5 }
const mostShare = 0.83
const mostNames = 200
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

/** A phrase of the vocabulary: about how many papers say it in some way, and what it means. */
export type Phrase = { papers: number; meanings: number[] }

/**
 * All names of what a paper names, by their keys, the weightiest first. Each has the weight that lets Pagefind's saturated
 * score come out as a share of what the name itself would give.
 */
export function otherNames(
  paper: Paper,
  weights: Weights,
  meanings: readonly Meaning[],
  book: PhraseBook,
): Map<string, { weight: number; meanings: number[] }> {
  const strengths = new Map<number, number>()
  for (const { field, meaning } of eachField(paper, (field, items) =>
    items.flatMap((item) => book.find(item).map(({ meaning }) => ({ field, meaning }))),
  ))
    strengths.set(meaning, (strengths.get(meaning) ?? 0) + weights[field])
  const names = new Map<
    string,
    { shares: Partial<Record<MeaningKind, number>>; meanings: number[] }
  >()
  for (const [meaning, strength] of strengths) {
    const kind = meanings[meaning]?.kind ?? 'concept'
    const share = nameShares[kind] * (strength / (saturation + strength))
    for (const key of book.keys(meaning)) {
      const name = names.get(key) ?? { shares: {}, meanings: [] }
      names.set(key, name)
      name.shares[kind] = Math.max(name.shares[kind] ?? 0, share)
      name.meanings.push(meaning)
    }
  }
  const weighed = [...names].map(([key, { shares, meanings }]) => {
    const share = Math.min(
      mostShare,
      Object.values(shares).reduce((a, b) => a + b),
    )
    return [key, { weight: (saturation * share) / (1 - share), meanings }] as const
  })
  return new Map(weighed.sort((a, b) => b[1].weight - a[1].weight).slice(0, mostNames))
}
