import { editDistance } from '../similarity/edit-distance.ts'
import { stem } from '../text/stem.ts'
import type { Word } from '../text/words.ts'
import type { WordList } from './word-list.ts'

/** A word of a query with all spellings that are searched for. */
export interface QueryWord extends Word {
  /** The stems to search for, each with its weight relative to the word itself. */
  spellings: ReadonlyMap<string, number>
  /** About how many papers have the word. */
  papers: number
  /** Whether the list only has longer words that start with it. */
  isPrefix: boolean
  /** Whether it may be misspelt. */
  unknown: boolean
  /** Whether it was misspelt, and is corrected. */
  repaired: boolean
}

type Listed = Pick<WordList, 'words' | 'stems'>

/** The weights of matches other than the word itself. */
const weights = { joined: 0.8, prefix: 0.7, prefixBeside: 0.35, near: 0.8 }
/** The most completions of an unfinished word: if nothing else matches, and besides the word itself. */
const mostCompletions = { alone: 8, beside: 3 }
/** The most words of one query that are corrected. */
const mostRepairs = 6
/** In a query of more words, an unknown short word is more likely an ordinary word than a typo. */
const fewWords = 4
const longWord = 9
/** A word of at least this many letters may have two typos. */
const twoEditsLength = 7

/** Whether a word of a query is searched for: all but stop words are, and those too if there is nothing else. */
export function isAsked(word: Word, words: readonly Word[]): boolean {
  return !word.stop || words.every(({ stop }) => stop)
}

/**
 * The spellings of each word of a query: its stem; compounds joined and split; for the last word, its
 * completions. A word without any match may be misspelt, unless it is part of a `known` phrase.
 */
export function spelled(
  words: readonly Word[],
  list: Listed,
  known: (at: number) => boolean,
): QueryWord[] {
  const few = words.filter(({ stop }) => !stop).length <= fewWords
  return words.map((word, at): QueryWord => {
    const { plain, whole, stop } = word
    const spellings = new Map<string, number>()
    const add = (weight: number, ...stems: readonly string[]) => {
      for (const one of stems)
        if (list.stems.has(one) && !spellings.has(one)) spellings.set(one, weight)
    }
    const completions = stop || plain.length < 2 ? [] : completionsOf(plain, list.words)
    const last = at === words.length - 1
    // An unfinished word may have the stem of another word: `personali` isn't `person`.
    if (!last || completions.length === 0 || list.words.has(plain)) add(1, stem(plain))
    if (whole) add(1, stem(whole.plain))
    const papers = Math.max(0, ...[...spellings.keys()].map((one) => list.stems.get(one) ?? 0))
    const [before, after] = [words[at - 1], words[at + 1]]
    if (before) add(weights.joined, stem(before.plain + plain))
    if (after) add(weights.joined, stem(plain + after.plain))
    const found = spellings.size > 0
    if (spellings.size === 0 && (last || plain.length > 2))
      add(weights.prefix, ...completions.slice(0, mostCompletions.alone))
    else if (last && !known(at))
      add(weights.prefixBeside, ...completions.slice(0, mostCompletions.beside))
    const isPrefix = !found && spellings.size > 0
    return {
      ...word,
      // The stem of an unfinished word may be that of another word.
      ...(isPrefix && { stem: plain }),
      spellings,
      papers,
      isPrefix,
      unknown: spellings.size === 0 && !stop && !known(at) && (few || plain.length >= longWord),
      repaired: false,
    }
  })
}

/** The stems of the words with a prefix, most frequent first. */
function completionsOf(beginning: string, listed: WordList['words']): string[] {
  const completions = new Map<string, number>()
  for (const [word, papers] of listed)
    if (word.startsWith(beginning)) completions.set(stem(word), papers)
  return [...completions].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)
}

/**
 * Corrects misspelt words. For a common word that the list doesn't have, a word of the list within one edit is searched for,
 * but not shown as a correction.
 */
export function repaired(
  words: readonly QueryWord[],
  { words: listed }: Pick<WordList, 'words'>,
  common: ReadonlySet<string>,
): QueryWord[] {
  const unknown = words.filter((word) => word.unknown).slice(0, mostRepairs)
  return words.map((word) => {
    const { plain } = word
    const right = common.has(stem(plain))
    const most = right || plain.length < twoEditsLength ? 1 : 2
    const near = unknown.includes(word) && nearestWord(plain, listed, most)
    if (!near) return word
    const spellings = new Map([[stem(near), weights.near]])
    if (right) return { ...word, spellings }
    return { ...word, plain: near, stem: stem(near), spellings, repaired: true }
  })
}

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

/** A range of words, `to` exclusive. */
export interface Span {
  from: number
  to: number
}

/**
 * The words of a query, segmented as the list has them: words run together are split, and the
 * parts of one of the `names` are one word: `SimPO` is neither `sim` nor `po`.
 */
export function segmented(
  words: readonly Word[],
  listed: WordList['words'],
  names: readonly Span[],
): Word[] {
  return words.flatMap((word, at) => {
    const { plain, whole, stop } = word
    const name = names.find(({ from, to }) => from <= at && at < to)
    if (name) {
      const parts = words.slice(name.from, name.to)
      if (!whole || parts.some((one) => one.whole !== whole)) return [word]
      return at > name.from ? [] : [{ ...whole, stem: stem(whole.plain), stop: false }]
    }
    const has = stop || listed.has(plain) || (whole && listed.has(whole.plain))
    const parts = has ? [] : splitWord(plain, listed)
    if (parts.length === 0) return [word]
    return parts.map((part) => ({ ...word, plain: part, stem: stem(part) }))
  })
}

/** Splits a word into words of the list, at most four; empty if that is impossible. */
function splitWord(word: string, listed: WordList['words'], most = 4): string[] {
  if (listed.has(word)) return [word]
  for (let at = word.length - 2; at >= 3 && most > 1; at--) {
    const first = word.slice(0, at)
    const rest = listed.has(first) ? splitWord(word.slice(at), listed, most - 1) : []
    if (rest.length > 0) return [first, ...rest]
  }
  return []
}
