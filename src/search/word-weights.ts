import { type Field, fieldWeights, type Item } from './fields.ts'
import { ranking } from './index-names.ts'
import type { FoundMeaning, PhraseBook } from './synonyms.ts'

/** The strength of length normalisation (b of BM25). */
const lengthDiscount = 0.4
/** The weight of a synonym, as a share of what the words themselves would give. */
const meaningShare = 0.7
/** The most meanings of a paper that are indexed. */
const mostMeanings = 40

/** Adds to the count of a key. */
export function addCount<T>(counts: Map<T, number>, key: T, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number)
}

/** A text of an entry with the weight of each word, and the meanings it names. */
export interface WeighedItem extends Item {
  weight: number
  said: readonly FoundMeaning[]
}

/** Weighs the texts of one paper, with the length normalisation of BM25: a word counts less in a field that is longer than average. */
export function weigh(
  items: readonly Item[],
  average: (field: Field) => number,
  book: PhraseBook,
): WeighedItem[] {
  const lengths = new Map<Field, number>()
  for (const { field, words } of items) addCount(lengths, field, words.length)
  return items.map((item) => {
    const relative = (lengths.get(item.field) ?? 0) / (average(item.field) || 1)
    const weight = fieldWeights[item.field] / (1 - lengthDiscount + lengthDiscount * relative)
    return { ...item, weight, said: book(item.words) }
  })
}

/** The words of an item as readers would type them, without long numbers. */
export function typedWords({ words }: Item): string[] {
  return words
    .flatMap(({ plain, stop, whole }) => [
      ...(stop ? [] : [plain]),
      ...(whole ? [whole.plain] : []),
    ])
    .filter((word) => !/\d{5}/.test(word))
}

/** A paper's hyphenated compounds, each as one word with its weight. */
export function joinedWords(items: readonly WeighedItem[]): Map<string, number> {
  const joined = new Map<string, number>()
  for (const { words, weight } of items)
    for (const [at, { whole }] of words.entries())
      if (whole && !whole.solid && words[at - 1]?.whole !== whole)
        addCount(joined, whole.plain, weight)
  return joined
}

/**
 * The meanings of the vocabulary that a paper names in some way, the weightiest ones. Each has the weight at which Pagefind's saturated score
 * comes out as a share of what the words themselves would give.
 */
export function namedMeanings(items: readonly WeighedItem[]): Map<number, number> {
  const strengths = new Map<number, number>()
  for (const { said, weight } of items)
    for (const { meaning } of said) addCount(strengths, meaning, weight)
  const { termSaturation } = ranking
  const weighed = [...strengths].map(([meaning, strength]) => {
    const share = meaningShare * (strength / (termSaturation + strength))
    return [meaning, (termSaturation * share) / (1 - share)] as const
  })
  return new Map(weighed.sort((a, b) => b[1] - a[1]).slice(0, mostMeanings))
}
