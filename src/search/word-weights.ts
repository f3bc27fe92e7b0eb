import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import { type Field, fieldWeights, type Item } from './fields.ts'
import { ranking } from './pagefind.ts'
import type { Meaning, PhraseBook } from './synonyms.ts'
import { phraseKey } from './tokens.ts'
import type { WrittenList } from './word-list.ts'

/** How much shorter texts are preferred (b of BM25). */
const lengthDiscount = 0.4
/** How much it counts that a paper names a meaning: an acronym is its long form, a concept only resembles. */
const meaningShares = { acronym: 0.8, tag: 0.6, concept: 0.6 } as const
/** How much two words count that other papers write as one. */
const joinedShare = 0.8

/** Adds to the number of a key. */
export function add<T>(counts: Map<T, number>, key: T, number: number): void {
  counts.set(key, (counts.get(key) ?? 0) + number)
}

/** What a word counts in each field of one paper: less in a text that is longer than the average (the length normalisation of BM25). */
export function weightsOf(items: readonly Item[], average: (field: Field) => number) {
  const lengths = new Map<Field, number>()
  for (const { field, words } of items) add(lengths, field, words.length)
  return (field: Field): number => {
    const relative = (lengths.get(field) ?? 0) / (average(field) || 1)
    return fieldWeights[field] / (1 - lengthDiscount + lengthDiscount * relative)
  }
}

/** The words of an item as readers would type them; long numbers are left out. */
export function typedWords({ words }: Item): string[] {
  return words
    .flatMap(({ plain, stop, whole }) => [
      ...(stop ? [] : [plain]),
      ...(whole ? [whole.plain] : []),
    ])
    .filter((word) => !/\d{5}/.test(word))
}

/** Each compound with signs of a paper as one word, and two words as one where others write them so, with their weights. */
export function joinedWords(
  items: readonly Item[],
  weight: (field: Field) => number,
  compounds: ReadonlySet<string>,
): Map<string, number> {
  const joined = new Map<string, number>()
  for (const { field, words } of items)
    for (const [at, { whole, plain }] of words.entries()) {
      const next = words[at + 1]
      if (whole && !whole.solid && words[at - 1]?.whole !== whole)
        add(joined, whole.plain, weight(field))
      if (next && !whole && compounds.has(plain + next.plain))
        add(joined, plain + next.plain, joinedShare * weight(field))
    }
  return joined
}

/**
 * The meanings of the vocabulary that a paper names in some way. Each has the weight at which Pagefind's saturated score
 * comes out as a share of what the words themselves would give.
 */
export function namedMeanings(
  items: readonly Item[],
  weight: (field: Field) => number,
  meanings: readonly Meaning[],
  book: PhraseBook,
): Map<number, number> {
  const named = new Map<number, number>()
  for (const { field, words } of items)
    for (const { meaning } of book(words)) add(named, meaning, weight(field))
  const { termSaturation } = ranking
  for (const [meaning, strength] of named) {
    const { kind } = meanings[meaning] ?? { kind: 'concept' }
    const share = meaningShares[kind] * (strength / (termSaturation + strength))
    named.set(meaning, (termSaturation * share) / (1 - share))
  }
  return named
}

/** The phrases of all meanings that some paper names, by their keys. */
export function phrasesOf(
  meanings: readonly Meaning[],
  counts: ReadonlyMap<number, number>,
): WrittenList['phrases'] {
  const all = new Map<string, { papers: number; meanings: number[] }>()
  for (const [meaning, count] of [...counts].sort(([a], [b]) => a - b))
    for (const key of new Set(meanings[meaning]?.phrases.map((one) => phraseKey(wordsIn(one))))) {
      const { papers, meanings } = all.get(key) ?? { papers: 0, meanings: [] }
      all.set(key, { papers: Math.max(papers, count), meanings: [...meanings, meaning] })
    }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Words in alphabetical order, each with the number of papers that have its stem: the most that one of its forms has. */
export function countedWords(papersOf: ReadonlyMap<string, number>): WrittenList['words'] {
  const stems = new Map<string, number>()
  for (const [word, papers] of papersOf)
    stems.set(stem(word), Math.max(papers, stems.get(stem(word)) ?? 0))
  return new Map([...papersOf.keys()].sort().map((word) => [word, stems.get(stem(word)) ?? 1]))
}
