import { editDistance } from '../similarity/edit-distance.ts'
import type { WordList } from './word-list.ts'

// Apart from the rest, because it is loaded only for a word that may be misspelt.

/**
 * The word of the list that a misspelt one most likely means, with at most so many letters wrong: the nearest wins, then the
 * most frequent. The first letter is trusted.
 */
export function nearestWord(
  word: string,
  listed: WordList['words'],
  most: number,
): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined
  let best: { word: string; edits: number; papers: number } | undefined
  for (const [other, papers] of listed) {
    if (other.length < 4 || other[0] !== word[0]) continue
    if (Math.abs(other.length - word.length) > most) continue
    const edits = editDistance(word, other)
    if (edits > (best?.edits ?? most) || (edits === best?.edits && papers <= best.papers)) continue
    best = { word: other, edits, papers }
  }
  return best?.word
}
