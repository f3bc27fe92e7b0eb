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

/** What a match counts that is not the word itself. */
const weights = { joined: 0.8, begun: 0.7, begunBeside: 0.35, near: 0.8 }
/** The most words that are taken for what a reader begins to type: where nothing else fits, and beside the word itself. */
const mostBegun = { alone: 8, beside: 3 }
/** How many unknown words of one query are held against the list's words. */
const mostRepairs = 6
/** Among more words than these an unknown short one is rather a plain word than a slip. */
const fewWords = 4
const longWord = 9

/** Finds what words of a query stand for. Made once for a list. */
export type Speller = (words: readonly Word[], options: SpellingOptions) => Spelling[]

/** What decides whether a word is repaired. */
export interface SpellingOptions {
  /** Whether the word at a place belongs to a phrase that is known; such a word is neither parted nor repaired. */
  meant(at: number): boolean
  /** Whether words are looked for just as they are spelt. */
  exact: boolean
  /** Whether a word is spelt right although the list doesn't have it. */
  spelledRight(word: string): boolean
}

/**
 * Makes the speller of a list. A word stands for its stem; for compounds, joined or apart; while it is being typed, for the
 * words that it begins; and if the list doesn't have it, for the word that it was meant to be. A word that is spelt right isn't
 * repaired; the one that differs from it by a letter is asked for all the same.
 */
export function spellerOf({ words: listed }: Pick<WordList, 'words'>): Speller {
  const papers = new Map<string, number>()
  for (const [word, count] of listed) papers.set(stem(word), count)
  return (words, { meant, exact, spelledRight }) => {
    const telling = words.filter(({ stop }) => !stop)
    const asked = telling.length > 0 ? telling : words
    let repairs = 0
    return words.flatMap((word, at): Spelling[] => {
      if (!asked.includes(word)) return []
      const stems = new Map<string, number>()
      const add = (text: string, weight: number) => {
        const one = stem(text)
        if (!papers.has(one)) return false
        stems.set(one, Math.max(stems.get(one) ?? 0, weight))
        return true
      }
      const last = word === words.at(-1)
      const begins = last && !word.stop && word.plain.length > 1
      const longer = begins ? begunBy(word.plain, listed) : []
      // What is still typed may have the stem of another word: `personali` isn't `person`.
      const typing = longer.length > 0 && !listed.has(word.plain)
      if (!typing) add(word.plain, 1)
      if (word.whole) add(word.whole.plain, 1)
      const count = Math.max(0, ...[...stems.keys()].map((one) => papers.get(one) ?? 0))
      const [before, after] = [words[at - 1], words[at + 1]]
      const joined = [before && before.plain + word.plain, after && word.plain + after.plain]
      for (const other of joined) if (other) add(other, weights.joined)
      const begun = stems.size === 0
      const addBegun = (some: readonly string[], weight: number, most: number) => {
        for (const one of some.slice(0, most)) if (!stems.has(one)) stems.set(one, weight)
      }
      if (last && word.whole)
        addBegun(begunBy(word.whole.plain, listed), weights.begun, mostBegun.alone)
      if (begun) addBegun(longer, weights.begun, mostBegun.alone)
      else if (!meant(at)) addBegun(longer, weights.begunBeside, mostBegun.beside)
      if (stems.size === 0 && !word.stop && word.plain.length > 2)
        addBegun(begunBy(word.plain, listed), weights.begun, mostBegun.alone)
      const onlyBegun = begun && stems.size > 0
      let repaired: string | undefined
      const likely = telling.length <= fewWords || word.plain.length >= longWord
      if (stems.size === 0 && !exact && !meant(at) && likely && repairs < mostRepairs) {
        repairs += 1
        const right = spelledRight(word.plain)
        const near = nearestWord(word.plain, listed, right || word.plain.length < 7 ? 1 : 2)
        if (near) add(near, weights.near)
        if (!right) repaired = near
      }
      return [
        {
          at,
          stems,
          papers: count,
          begun: onlyBegun,
          ...(repaired && { repaired }),
        },
      ]
    })
  }
}

/** The stems of the words that begin so, those of most papers first. */
function begunBy(beginning: string, listed: ReadonlyMap<string, number>): string[] {
  const begun = new Map<string, number>()
  for (const [word, papers] of listed) if (word.startsWith(beginning)) begun.set(stem(word), papers)
  return [...begun].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)
}

/** Words of a query, those that the list doesn't have parted where they are words of the list run together. */
export function partWords(
  words: readonly Word[],
  { words: listed }: Pick<WordList, 'words'>,
  meant: SpellingOptions['meant'],
): Word[] {
  return words.flatMap((word, at) => {
    const known =
      word.stop || listed.has(word.plain) || (word.whole && listed.has(word.whole.plain))
    const parts = known || meant(at) ? [] : splitWord(word.plain, listed)
    if (parts.length === 0) return [word]
    return parts.map((plain) => ({ ...word, plain, stem: stem(plain) }))
  })
}

/** The words of the list that were run together into one, at most four; none when it isn't made of such. */
function splitWord(word: string, listed: ReadonlyMap<string, number>, most = 4): string[] {
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
  listed: ReadonlyMap<string, number>,
  mostWrong: number,
): string | undefined {
  if (word.length < 4 || /\d/.test(word)) return undefined
  let most = mostWrong
  let best: { word: string; papers: number } | undefined
  for (const [other, papers] of listed) {
    if (other.length < 4 || other[0] !== word[0]) continue
    const steps = distance(word, other, most)
    if (steps > most || (best && steps === most && papers <= best.papers)) continue
    most = steps
    best = { word: other, papers }
  }
  return best?.word
}

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to turn one word into another
 * (Damerau and Levenshtein, optimal string alignment); anything above `most` is `most + 1`.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let steps = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        steps = Math.min(steps, (before[j - 2] ?? 0) + 1)
      row.push(steps)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}
