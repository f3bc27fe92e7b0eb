import type { Near } from '../similarity/nearest.ts'
import { stem } from '../text/stem.ts'
import type { SearchedPath } from './reading-paths.ts'

/** Well-known work that the list doesn't have. */
export interface AbsentPaper {
  name: string
  /** What it is, to follow *it is*. */
  is: string
  /** What the list has that is most like it. */
  like: readonly string[]
}

/**
 * What the query layer knows before it asks Pagefind anything: which words and phrases exist, and in how many papers. It
 * says no paper that has them, so it is no index.
 */
export interface WordList {
  /** Every word as it is typed, with about how many papers have its stem. */
  words: ReadonlyMap<string, number>
  /** The stems of all words, each with about how many papers have it. */
  stems: ReadonlyMap<string, number>
  /** The key of every phrase of the vocabulary that a paper says in some way, with how many do. */
  phrases: ReadonlyMap<string, { papers: number; meanings: readonly number[] }>
  /** Work that readers ask for and that the list doesn't have, by the key of each of its names. */
  absent: ReadonlyMap<string, AbsentPaper>
  /** The reading paths, the first for newcomers. */
  paths: readonly SearchedPath[]
  /** For each paper, by its place, marks of its titles. */
  titles: readonly (readonly string[])[]
  /** For each paper, by its place, the papers most like it. */
  near: readonly (readonly Near[])[]
}

/** A list as a build makes it. */
export type WrittenList = Omit<WordList, 'stems'>

/** The list in few bytes: words shortened, counts as powers of two, likeness in hundredths. */
interface PackedList {
  words: string
  sizes: number[]
  phrases: string
  meanings: [papers: number, ...meanings: number[]][]
  absent: [work: AbsentPaper, ...keys: string[]][]
  paths: WordList['paths']
  titles: WordList['titles']
  near: [place: number, hundredths: number][][]
}

/** Writes a word list as JSON. Words and phrases must be in alphabetical order. */
export function writeWordList({ words, phrases, absent, near, ...others }: WrittenList): string {
  const packed: PackedList = {
    words: shorten(words.keys()).join(' '),
    sizes: [...words.values()].map((papers) => Math.floor(Math.log2(papers))),
    phrases: shorten(phrases.keys()).join(' '),
    meanings: [...phrases.values()].map(({ papers, meanings }) => [papers, ...meanings]),
    absent: [...Map.groupBy(absent, ([, work]) => work)].map(([work, names]) => [
      work,
      ...names.map(([key]) => key),
    ]),
    ...others,
    near: near.map((others) =>
      others.map(([place, likeness]) => [place, Math.round(likeness * 100)]),
    ),
  }
  return JSON.stringify(packed)
}

/** Reads what `writeWordList` wrote; the papers of words come back rounded down. Throws when the text is not such a list. */
export function readWordList(text: string): WordList {
  const packed: PackedList = JSON.parse(text)
  const words = lengthen(packed.words.split(' ')).map(
    (word, at) => [word, 2 ** (packed.sizes[at] ?? 0)] as const,
  )
  return {
    words: new Map(words),
    stems: new Map(words.map(([word, papers]) => [stem(word), papers])),
    phrases: new Map(
      lengthen(packed.phrases.split(' ')).map((key, at) => {
        const [papers, ...meanings] = packed.meanings[at] ?? [0]
        return [key, { papers, meanings }]
      }),
    ),
    absent: new Map(packed.absent.flatMap(([work, ...keys]) => keys.map((key) => [key, work]))),
    paths: packed.paths,
    titles: packed.titles,
    near: packed.near.map((others) => others.map(([place, likeness]) => [place, likeness / 100])),
  }
}

const radix = 36

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
