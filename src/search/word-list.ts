import type { Neighbour } from '../similarity/nearest.ts'
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
  similar: readonly (readonly Neighbour[])[]
}

/** A word list as JSON in few bytes. */
export interface PackedList extends Pick<WordList, 'paths' | 'titles'> {
  /** All words, shortened. */
  words: string
  /** For each word how many papers have its stem, as a power of two, in one digit. */
  sizes: string
  /** For each meaning how many papers name it, and the keys of its phrases. */
  meanings: readonly (readonly [papers: number, ...phrases: string[]])[]
  /** Work that the list doesn't have, with the keys of its names. */
  absent: readonly (readonly [work: AbsentPaper, ...names: string[]])[]
  /** The likeness of near papers in hundredths. */
  near: WordList['similar']
}

/** Packs words, each with how many papers have it; a stem's papers are those of its most frequent form. */
export function packWords(
  papersOf: ReadonlyMap<string, number>,
): Pick<PackedList, 'words' | 'sizes'> {
  const words = [...papersOf.keys()].sort()
  const stems = new Map<string, number>()
  for (const [word, papers] of papersOf)
    stems.set(stem(word), Math.max(papers, stems.get(stem(word)) ?? 0))
  const sizes = words.map((word) => Math.floor(Math.log2(stems.get(stem(word)) ?? 1)))
  return {
    words: frontCode(words).join(' '),
    sizes: sizes.map((one) => one.toString(radix)).join(''),
  }
}

/** Reads a packed list; the papers of words come back rounded down. Throws when the text is not such a list. */
export function readWordList(text: string): WordList {
  const { words, sizes, meanings, absent, near, ...others }: PackedList = JSON.parse(text)
  const counted = frontDecode(words.split(' ')).map(
    (word, at) => [word, 2 ** Number.parseInt(sizes[at] ?? '0', radix)] as const,
  )
  const phrases = new Map<string, { papers: number; meanings: number[] }>()
  for (const [meaning, [papers, ...keys]] of meanings.entries())
    for (const key of keys) {
      const known = phrases.get(key)
      phrases.set(key, {
        papers: Math.max(papers, known?.papers ?? 0),
        meanings: [...(known?.meanings ?? []), meaning],
      })
    }
  return {
    ...others,
    words: new Map(counted),
    stems: new Map(counted.map(([word, papers]) => [stem(word), papers])),
    phrases,
    absent: new Map(absent.flatMap(([work, ...names]) => names.map((name) => [name, work]))),
    similar: near.map((papers) => papers.map(([place, hundredths]) => [place, hundredths / 100])),
  }
}

const radix = 36

/** Words in alphabetical order, each as how many letters it shares with the one before, and the rest of it. */
export function frontCode(words: readonly string[]): string[] {
  return words.map((word, at) => {
    const last = words[at - 1] ?? ''
    let same = 0
    while (same < radix - 1 && same < last.length && word[same] === last[same]) same += 1
    return same.toString(radix) + word.slice(same)
  })
}

/** Gives back what `shorten` took. */
export function frontDecode(shortened: readonly string[]): string[] {
  let last = ''
  return shortened.filter(Boolean).map((line) => {
    last = last.slice(0, Number.parseInt(line[0] ?? '0', radix)) + line.slice(1)
    return last
  })
}

/** A short mark of a title's key (32 bits of FNV-1a); two titles may share one. */
export function titleHash(key: string): string {
  let hash = 0x811c9dc5
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(radix).slice(-4)
}
