import type { AbsentWork } from '../model/vocabulary.ts'
import type { Near } from '../similarity/nearest.ts'
import { stem } from '../text/stem.ts'

/**
 * What the query layer knows before it asks Pagefind anything: which words and phrases exist, and in how many papers. It
 * says no paper that has them, so it is no index.
 */
export interface WordList {
  /** Every word as it is typed, with about how many papers have its stem. */
  words: ReadonlyMap<string, number>
  /** The stems of all words, each with about how many papers have it. */
  stems: ReadonlyMap<string, number>
  /** The key of every phrase of the vocabulary that a paper says in some way, with about how many do. */
  phrases: ReadonlyMap<string, { papers: number; meanings: readonly number[] }>
  /** Work that readers ask for and that the list doesn't have, by the key of each of its names. */
  absent: ReadonlyMap<string, AbsentWork & { name: string }>
  /** For each paper, by its place, marks of its titles. */
  titles: readonly (readonly string[])[]
  /** For each paper, by its place, the papers most like it. */
  near: readonly (readonly Near[])[]
}

/** A list as a build makes it. */
export type WrittenList = Omit<WordList, 'stems'>

const radix = 36
const digit = (number: number) => Math.min(radix - 1, Math.floor(number)).toString(radix)
const steps = (texts: Iterable<string>) => [...texts].join('\n')

/** Writes a word list as text: sections parted by blank lines, words in alphabetical order, each without the beginning that it shares with the last. */
export function writeWordList(list: WrittenList): string {
  const { words, phrases, absent, titles, near } = list
  const size = (papers: number) => digit(Math.log2(papers))
  return [
    steps(shorten(words.keys())),
    [...words.values()].map(size).join(''),
    steps(shorten(phrases.keys())),
    [...phrases.values()].map(({ papers }) => size(papers)).join(''),
    steps(
      [...phrases.values()].map(({ meanings }) =>
        meanings.map((one) => one.toString(radix)).join(' '),
      ),
    ),
    JSON.stringify([...absent]),
    steps(titles.map((marks) => marks.join(' '))),
    steps(
      near.map((others) =>
        others
          .map(([place, likeness]) => place.toString(radix) + digit(likeness * radix))
          .join(' '),
      ),
    ),
  ].join('\n\n')
}

/** Reads what `writeWordList` wrote; numbers come back rounded down. Throws when the text is not such a list. */
export function readWordList(text: string): WordList {
  const [words, sizes, phrases, phraseSizes, meanings, absent, titles, near] = text.split('\n\n')
  if (near === undefined || absent === undefined)
    throw new Error('Unexpected text, expected the list of words.')
  const numbers = (line: string) =>
    line
      .split(' ')
      .filter(Boolean)
      .map((one) => Number.parseInt(one, radix))
  const papers = (list = '', at: number) => 2 ** Number.parseInt(list[at] ?? '0', radix)
  const meaningLines = lines(meanings)
  const counts = lengthen(lines(words)).map((word, at) => [word, papers(sizes, at)] as const)
  return {
    words: new Map(counts),
    stems: new Map(counts.map(([word, papers]) => [stem(word), papers])),
    phrases: new Map(
      lengthen(lines(phrases)).map((key, at) => [
        key,
        { papers: papers(phraseSizes, at), meanings: numbers(meaningLines[at] ?? '') },
      ]),
    ),
    absent: new Map(JSON.parse(absent)),
    titles: lines(titles).map((line) => line.split(' ')),
    near: near.split('\n').map((line) =>
      line
        .split(' ')
        .filter(Boolean)
        .map((one) => [
          Number.parseInt(one.slice(0, -1), radix),
          (Number.parseInt(one.slice(-1), radix) + 0.5) / radix,
        ]),
    ),
  }
}

const lines = (text = '') => text.split('\n')

/** Words in alphabetical order, each as how many letters it shares with the one before, and the rest of it. */
export function shorten(words: Iterable<string>): string[] {
  let last = ''
  return [...words].map((word) => {
    let same = 0
    while (same < radix - 1 && same < last.length && word[same] === last[same]) same += 1
    last = word
    return same.toString(radix) + word.slice(same)
  })
}

/** Gives back what `shorten` took. */
export function lengthen(shortened: readonly string[]): string[] {
  let last = ''
  return shortened.filter(Boolean).map((line) => {
    last = last.slice(0, Number.parseInt(line[0] ?? '0', radix)) + line.slice(1)
    return last
  })
}

/** A short mark of a title's key (32 bits of FNV-1a); two titles may share one. */
export function titleMark(key: string): string {
  let hash = 0x811c9dc5
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(radix).slice(-4)
}
