import { editDistance } from '../similarity/edit-distance.ts'
import { stem } from '../text/stem.ts'
import type { Word } from '../text/words.ts'
import type { WordList } from './word-list.ts'

/** One word of a query with all that it may stand for in the list. */
export interface Spelling {
  /** The word's place in the query. */
  at: number
  /** The stems to ask for, each with how much it counts beside the word itself. */
  stems: ReadonlyMap<string, number>
  /** About how many papers have the word itself. */
  papers: number
  /** Whether the list has only longer words, which it begins. */
  begun: boolean
  /** The word of the list that was taken for a misspelt one. */
  repaired?: string
}

/** What decides how words are spelt. */
export interface SpellingOptions {
  list: Pick<WordList, 'words' | 'stems'>
  /** Whether the word at a place belongs to a phrase that is known; such a word is neither parted nor repaired. */
  known(at: number): boolean
  /** Whether words are looked for just as they are spelt. */
  exact: boolean
  /** Whether a word is spelt right although the list doesn't have it. */
  spelledRight(word: string): boolean
}

/** What a match counts that is not the word itself. */
const weights = { joined: 0.8, begun: 0.7, begunBeside: 0.35, near: 0.8 }
/** The most words that are taken for what a reader begins to type: where nothing else fits, and beside the word itself. */
const mostBegun = { alone: 8, beside: 3 }
/** How many unknown words of one query are held against the list's words. */
const mostRepairs = 6
/** Among more words than these an unknown short one is rather a plain word than a slip. */
const fewWords = 4
const longWord = 9

/**
 * What each word of a query stands for: its stem; for compounds, joined or apart; while it is being typed, the words that it
 * begins; and if the list doesn't have it, the word that it was meant to be. A word that is spelt right isn't repaired; the one
 * that differs from it by a letter is asked for all the same.
 */
export function spellingsOf(words: readonly Word[], options: SpellingOptions): Spelling[] {
  const { list, known, exact, spelledRight } = options
  const telling = words.filter(({ stop }) => !stop)
  const asked = telling.length > 0 ? telling : words
  let repairs = 0
  return words.flatMap((word, at): Spelling[] => {
    if (!asked.includes(word)) return []
    const stems = new Map<string, number>()
    const add = (one: string, weight: number) => {
      if (list.stems.has(one) && !stems.has(one)) stems.set(one, weight)
    }
    const addBegun = (begun: readonly string[], weight: number, most: number) => {
      for (const one of begun.slice(0, most)) add(one, weight)
    }
    const last = at === words.length - 1
    const longer =
      last && !word.stop && word.plain.length > 1 ? begunBy(word.plain, list.words) : []
    // What is still typed may have the stem of another word: `personali` isn't `person`.
    if (longer.length === 0 || list.words.has(word.plain)) add(stem(word.plain), 1)
    if (word.whole) add(stem(word.whole.plain), 1)
    const papers = Math.max(0, ...[...stems.keys()].map((one) => list.stems.get(one) ?? 0))
    const [before, after] = [words[at - 1], words[at + 1]]
    if (before) add(stem(before.plain + word.plain), weights.joined)
    if (after) add(stem(word.plain + after.plain), weights.joined)
    const found = stems.size > 0
    if (last && word.whole)
      addBegun(begunBy(word.whole.plain, list.words), weights.begun, mostBegun.alone)
    if (!found) addBegun(longer, weights.begun, mostBegun.alone)
    else if (!known(at)) addBegun(longer, weights.begunBeside, mostBegun.beside)
    if (stems.size === 0 && !word.stop && word.plain.length > 2)
      addBegun(begunBy(word.plain, list.words), weights.begun, mostBegun.alone)
    const begun = !found && stems.size > 0
    const likely = telling.length <= fewWords || word.plain.length >= longWord
    if (stems.size > 0 || exact || known(at) || !likely || repairs >= mostRepairs)
      return [{ at, stems, papers, begun }]
    repairs += 1
    const right = spelledRight(word.plain)
    const near = nearestWord(word.plain, list.words, right || word.plain.length < 7 ? 1 : 2)
    if (near) add(stem(near), weights.near)
    return [{ at, stems, papers, begun, ...(near && !right && { repaired: near }) }]
  })
}

/** The stems of the words that begin so, those of most papers first. */
function begunBy(beginning: string, listed: WordList['words']): string[] {
  const begun = new Map<string, number>()
  for (const [word, papers] of listed) if (word.startsWith(beginning)) begun.set(stem(word), papers)
  return [...begun].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)
}

/** Words of a query, those that the list doesn't have parted where they are words of the list run together. */
export function partWords(
  words: readonly Word[],
  { list: { words: listed }, known }: Pick<SpellingOptions, 'list' | 'known'>,
): Word[] {
  return words.flatMap((word, at) => {
    const has = word.stop || listed.has(word.plain) || (word.whole && listed.has(word.whole.plain))
    const parts = has || known(at) ? [] : splitWord(word.plain, listed)
    if (parts.length === 0) return [word]
    return parts.map((plain) => ({ ...word, plain, stem: stem(plain) }))
  })
}

/** The words of the list that were run together into one, at most four; none when it isn't made of such. */
function splitWord(word: string, listed: WordList['words'], most = 4): string[] {
  if (listed.has(word)) return [word]
  for (let at = word.length - 2; at >= 3 && most > 1; at--) {
    const first = word.slice(0, at)
    const rest = listed.has(first) ? splitWord(word.slice(at), listed, most - 1) : []
    if (rest.length > 0) return [first, ...rest]
  }
  return []
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
