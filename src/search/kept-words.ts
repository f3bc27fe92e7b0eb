import { type Word, wordsIn } from './words.ts'

const kept = new Map<string, readonly Word[]>()
const mostKept = 10_000

/** The words of a text that is asked for again and again; they are read once. */
export function keptWords(text = ''): readonly Word[] {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const words = wordsIn(text)
  kept.set(text, words)
  return words
}
