import type { Posting } from './inverted.ts'
import { type Lexicon, unpackLexicon } from './lexicon.ts'
import { type Membership, unpackMembership } from './membership.ts'
import { readPostings } from './packing.ts'
import type { PaperRecord } from './record.ts'
import {
  commonWordsFile,
  identifiersFile,
  lexiconFile,
  membershipFile,
  paperFile,
  postingsFile,
  titleOrderFile,
} from './side-files.ts'
import { readSpeltRight, type SpeltRight } from './spelt-right.ts'
import { unpack } from './unpack.ts'

/** Loads a file of the index as it is stored. Rejects when it cannot. */
export type LoadFile = (path: string) => Promise<Uint8Array<ArrayBuffer>>

/** Reads the files of an index, each once. Every method rejects when a file cannot be loaded. */
export interface IndexReader {
  lexicon(): Promise<Lexicon>
  /** The postings of what stands at a place of the lexicon. */
  postings(place: number): Promise<readonly Posting[]>
  /** Which entries have which facet values. */
  membership(): Promise<Membership>
  /** The rank of each entry when the list is sorted by title. */
  titleRanks(): Promise<Map<number, number>>
  /** The place of the entry with an arXiv identifier or DOI in lower case. */
  identified(identifier: string): Promise<number | undefined>
  /** Tells words that are spelt right although the list may not have them. */
  speltRight(): Promise<SpeltRight>
  /** What there is to show of the entry at a place. */
  paper(place: number): Promise<PaperRecord>
}

/** Remembers what was made for a key; what failed is made anew. */
function kept<K, T>(make: (key: K) => Promise<T>): (key: K) => Promise<T> {
  const all = new Map<K, Promise<T>>()
  return (key) => {
    const known = all.get(key)
    if (known) return known
    const made = make(key)
    all.set(key, made)
    made.catch(() => all.delete(key))
    return made
  }
}

/** A reader of an index. */
export function indexReader(load: LoadFile): IndexReader {
  const bytes = async (path: string) => unpack(await load(path))
  const json = kept(async (path: string) => JSON.parse(new TextDecoder().decode(await bytes(path))))
  const lexicon = kept(async (path: string) => unpackLexicon(await json(path)))
  const membership = kept(async (path: string) => unpackMembership(await json(path)))
  const ranks = kept(async (path: string) => {
    const places: number[] = await json(path)
    return new Map(places.map((place, rank) => [place, rank]))
  })
  const group = kept(async (number: number) => {
    const { files, counts } = await lexicon(lexiconFile)
    return readPostings(
      await bytes(postingsFile(number)),
      counts.slice(files[number], files[number + 1]),
    )
  })
  const common = kept(async (path: string) => readSpeltRight(await bytes(path)))
  return {
    lexicon: () => lexicon(lexiconFile),
    membership: () => membership(membershipFile),
    titleRanks: () => ranks(titleOrderFile),
    speltRight: () => common(commonWordsFile),
    paper: (place) => json(paperFile(place)),
    async postings(place) {
      const { files } = await lexicon(lexiconFile)
      const number = files.findLastIndex((first) => first <= place)
      return (await group(number))[place - (files[number] ?? 0)] ?? []
    },
    async identified(identifier) {
      const places: Record<string, number> = await json(identifiersFile)
      return Object.hasOwn(places, identifier) ? places[identifier] : undefined
    },
  }
}
