import { stem } from '../text/stem.ts'
import type { Word } from '../text/words.ts'
import type { WordList } from './word-list.ts'

/** A word of a query with all spellings that are searched for. */
export interface Spelling {
  /** The word's place in the query. */
  at: number
  /** The stems to search for, each with its weight relative to the word itself. */
  stems: Map<string, number>
  /** About how many papers have the word. */
  papers: number
  /** Whether the list only has longer words that start with it. */
  isPrefix: boolean
  /** Whether it may be misspelt. */
  unknown: boolean
  /** The corrected word. */
  repaired?: string
}

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

/**
 * The spellings of each word of a query: its stem; compounds joined and split; for the last word, its
 * completions. A word without any match may be misspelt, unless it is part of a `known` phrase.
 */
export function spellingsOf(
  words: readonly Word[],
  list: Pick<WordList, 'words' | 'stems'>,
  known: (at: number) => boolean,
): Spelling[] {
  const telling = words.filter(({ stop }) => !stop)
  const asked = telling.length > 0 ? telling : words
  return words.flatMap((word, at): Spelling[] => {
    if (!asked.includes(word)) return []
    const { plain, whole, stop } = word
    const stems = new Map<string, number>()
    const add = (one: string, weight: number) => {
      if (list.stems.has(one) && !stems.has(one)) stems.set(one, weight)
    }
    const addCompletions = (completions: readonly string[], weight: number, most: number) => {
      for (const one of completions.slice(0, most)) add(one, weight)
    }
    const last = at === words.length - 1
    const longer = last && !stop && plain.length > 1 ? completionsOf(plain, list.words) : []
    // An unfinished word may have the stem of another word: `personali` isn't `person`.
    if (longer.length === 0 || list.words.has(plain)) add(stem(plain), 1)
    if (whole) add(stem(whole.plain), 1)
    const papers = Math.max(0, ...[...stems.keys()].map((one) => list.stems.get(one) ?? 0))
    const [before, after] = [words[at - 1], words[at + 1]]
    if (before) add(stem(before.plain + plain), weights.joined)
    if (after) add(stem(plain + after.plain), weights.joined)
    const found = stems.size > 0
    if (last && whole)
      addCompletions(completionsOf(whole.plain, list.words), weights.prefix, mostCompletions.alone)
    if (!found) addCompletions(longer, weights.prefix, mostCompletions.alone)
    else if (!known(at)) addCompletions(longer, weights.prefixBeside, mostCompletions.beside)
    if (stems.size === 0 && !stop && plain.length > 2)
      addCompletions(completionsOf(plain, list.words), weights.prefix, mostCompletions.alone)
    const likely = telling.length <= fewWords || plain.length >= longWord
    const unknown = stems.size === 0 && !known(at) && likely
    return [{ at, stems, papers, isPrefix: !found && stems.size > 0, unknown }]
  })
}

/** What spelling correction needs. */
export interface Repair {
  /** The stems of words that are never corrected. */
  common: ReadonlySet<string>
  nearestWord: typeof import('./repair.ts').nearestWord
}

/**
 * Spellings with misspelt words corrected. For a common word that the list doesn't have, a word of the list within one
 * edit is searched for, but not shown as a correction.
 */
export function repaired(
  spellings: readonly Spelling[],
  words: readonly Word[],
  { words: listed }: Pick<WordList, 'words'>,
  { common, nearestWord }: Repair,
): Spelling[] {
  const unknown = spellings.filter((one) => one.unknown).slice(0, mostRepairs)
  return spellings.map((one) => {
    const word = unknown.includes(one) ? (words[one.at]?.plain ?? '') : ''
    const right = common.has(stem(word))
    const near = nearestWord(word, listed, right || word.length < twoEditsLength ? 1 : 2)
    if (!near) return one
    return {
      ...one,
      stems: new Map([[stem(near), weights.near]]),
      ...(!right && { repaired: near }),
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
