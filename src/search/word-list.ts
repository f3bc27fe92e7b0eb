import type { Neighbour } from '../similarity/tf-idf.ts'
import { stem } from '../text/stem.ts'
import type { SearchedPath } from './reading-paths.ts'

/** Well-known work that is missing from the list. */
export interface AbsentPaper {
  name: string
  /** A description that completes the sentence “it is …”. */
  is: string
  /** The closest things on the list. */
  like: readonly string[]
}

/**
 * What the query layer knows before it asks Pagefind anything: which words and phrases exist, and in how many papers. It
 * says no paper that has them, so it is no index.
 */
export interface WordList {
  /** Every word in readable form, with about how many papers have its stem. */
  words: ReadonlyMap<string, number>
  /** The stems of all words, each with about how many papers have it. */
  stems: ReadonlyMap<string, number>
  /** The key of every phrase of the vocabulary that papers use, with its meanings and its number of papers. */
  phrases: ReadonlyMap<string, { papers: number; meanings: readonly number[] }>
  /** Well-known work that the list doesn't have, by the key of each of its names. */
  absent: ReadonlyMap<string, AbsentPaper>
  /** The reading paths; the first one is for newcomers. */
  paths: readonly SearchedPath[]
  /** For each paper, by its place, the hashes of its titles. */
  titles: readonly (readonly string[])[]
  /** For each paper, by its place, its nearest neighbours. */
  similar: readonly (readonly Neighbour[])[]
}

/** A word list as compact JSON. */
export interface PackedList extends Pick<WordList, 'paths' | 'titles'> {
  /** All words, front coded. */
  words: string
  /** For each word, the number of papers with its stem, as the exponent of a power of two in one digit. */
  sizes: string
  /** For each meaning, its number of papers and the keys of its phrases. */
  meanings: readonly (readonly [papers: number, ...phrases: string[]])[]
  /** Absent work, with the keys of its names. */
  absent: readonly (readonly [work: AbsentPaper, ...names: string[]])[]
  /** Nearest neighbours, with the similarity in hundredths. */
  near: WordList['similar']
}

/** Packs a word list. The count of a stem is that of its most frequent form. */
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

/** Reads a packed list; counts of words are rounded down. Throws if the text is not a packed list. */
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

/** Front coding of sorted words: each as the length of the prefix it shares with the one before, and the rest. */
export function frontCode(words: readonly string[]): string[] {
  return words.map((word, at) => {
    const last = words[at - 1] ?? ''
    let same = 0
    while (same < radix - 1 && same < last.length && word[same] === last[same]) same += 1
    return same.toString(radix) + word.slice(same)
  })
}

/** Reverses `frontCode`. */
export function frontDecode(shortened: readonly string[]): string[] {
  let last = ''
  return shortened.filter(Boolean).map((line) => {
    last = last.slice(0, Number.parseInt(line[0] ?? '0', radix)) + line.slice(1)
    return last
  })
}

/** A 32-bit FNV-1a hash of a title's key. That a query has the hash of another paper's title is next to impossible. */
export function titleHash(key: string): string {
  let hash = 0x811c9dc5
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(radix)
}
