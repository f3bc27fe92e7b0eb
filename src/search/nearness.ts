import { type Field, type FieldTexts, fields, fieldWeights } from './field.ts'
import { keptWords } from './kept-words.ts'
import type { Word } from './words.ts'

/** Fields in which words that stand together say more than words apart. */
const read: readonly Field[] = ['title', 'names', 'also', 'tags', 'claim', 'asks', 'text']

/**
 * How far the words of a query stand together in an entry as they do in the query: 0 for nowhere, towards 1 for every pair
 * in a heavy field. Words that only hold the sentence together may stand between.
 */
export function nearness(words: readonly Word[], texts: FieldTexts): number {
  const asked = pairsOf(words)
  if (asked.size === 0) return 0
  const found = new Map<string, number>()
  for (const field of read) {
    for (const pair of pairsOf(keptWords(texts[field])))
      if (asked.has(pair)) found.set(pair, Math.max(found.get(pair) ?? 0, fieldWeights[field]))
  }
  const strength = [...found.values()].reduce((sum, weight) => sum + weight / (2 + weight), 0)
  return strength / asked.size
}

function pairsOf(words: readonly Word[]): Set<string> {
  const telling = words.filter(({ stop }) => !stop)
  return new Set(telling.slice(1).map(({ term }, at) => `${telling[at]?.term} ${term}`))
}

/** Whether a phrase stands in an entry word by word, inflections apart. */
export function hasPhrase(phrase: readonly Word[], texts: FieldTexts): boolean {
  return fields.some((field) => {
    const words = keptWords(texts[field])
    return words.some((_, from) =>
      phrase.every(({ term }, offset) => words[from + offset]?.term === term),
    )
  })
}
