import { editDistance } from '../similarity/edit-distance.ts'
import { stem } from '../text/stem.ts'
import type { WordList } from './word-list.ts'

/** Finds the word of the list that is nearest to one that the list doesn't have, and whether that one is spelt right all the same. */
export type Repair = (
  word: string,
  listed: WordList['words'],
) => { near: string; right: boolean } | undefined

/** A word of at least so many letters may have two wrong; one that is spelt right is only ever taken for its closest neighbour. */
const longWord = 7

/** Makes the repair, given the stems of words that are spelt right whether the list has them or not. */
export function repairOf(commonWords: ReadonlySet<string>): Repair {
  return (word, listed) => {
    const right = commonWords.has(stem(word))
    const near = nearestWord(word, listed, right || word.length < longWord ? 1 : 2)
    return near === undefined ? undefined : { near, right }
  }
}

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
