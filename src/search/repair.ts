import { editDistance } from '../similarity/edit-distance.ts'
import type { WordList } from './word-list.ts'

// A module of its own, because it is loaded only when a word may be misspelt.

/**
 * The most likely correction of a misspelt word within an edit distance: the nearest word of the list, then the
 * most frequent. The first letter is assumed to be right.
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
