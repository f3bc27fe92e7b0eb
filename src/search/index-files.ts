import { gzipSync } from 'node:zlib'
import { arxivIdOf, doiOf, titleKey } from '../model/identifier.ts'
import type { PlainEntry } from '../text/plain-entry.ts'
import { titleText } from '../text/title.ts'
import { commonWords } from './common-words.ts'
import { facetValuesOf } from './facet-values.ts'
import { type Indexed, type Inverted, invert } from './inverted.ts'
import { packLexicon } from './lexicon.ts'
import { meaningsOf } from './meaning.ts'
import { packMembership } from './membership.ts'
import { writePostings } from './packing.ts'
import { entryUrl, fieldTexts, type PaperRecord, type Surroundings } from './record.ts'
import {
  commonWordsFile,
  identifiersFile,
  lexiconFile,
  membershipFile,
  paperFile,
  postingsFile,
  titleOrderFile,
} from './side-files.ts'
import { writeSpeltRight } from './spelt-right.ts'

/** One file of the index, below the folder it is served from. */
export interface IndexFile {
  path: string
  content: Uint8Array<ArrayBuffer>
}

/** The index of a list, and what there is to say about it. */
export interface SearchIndex {
  files: IndexFile[]
  entries: number
  /** Different words that can be found. */
  words: number
}

/** How many postings a file holds before the next one begins; a file is only loaded for the words in it. */
const postingsInFile = 6000

/** Builds the index of entries given in the order of the list, in memory. Equal entries give equal bytes. */
export function buildIndex(
  entries: readonly PlainEntry[],
  surroundings: Surroundings,
): SearchIndex {
  const texts = entries.map((entry) => fieldTexts(entry, surroundings))
  const meanings = meaningsOf(surroundings.vocabulary, surroundings.concepts)
  const inverted = invert(texts, meanings)
  const groups = groupsOf(inverted)
  const lexicon = packLexicon(
    inverted,
    entries.length,
    groups.map(({ first }) => first),
  )
  const records = entries.map(
    ({ id }, place): PaperRecord => ({ url: entryUrl(id), fields: texts[place] ?? {} }),
  )
  return {
    entries: entries.length,
    words: inverted.terms.length,
    files: [
      json(lexiconFile, lexicon),
      ...groups.map(({ lists }, number) =>
        packed(postingsFile(number), writePostings(lists.map((one) => one.postings()))),
      ),
      ...records.map((record, place) => json(paperFile(place), record)),
      json(membershipFile, packMembership(entries.map(({ facts }) => facetValuesOf(facts)))),
      json(titleOrderFile, titleOrder(entries)),
      json(identifiersFile, identifiers(entries)),
      packed(commonWordsFile, writeSpeltRight(commonWords(surroundings.language))),
    ],
  }
}

/** Parts all postings, those of terms before those of meanings, into groups of about one size. */
function groupsOf({ terms, meanings }: Inverted): { first: number; lists: Indexed[] }[] {
  const groups: { first: number; lists: Indexed[]; size: number }[] = []
  for (const [at, one] of [...terms, ...meanings].entries()) {
    const last = groups.at(-1)
    if (last && last.size + one.count <= postingsInFile) {
      last.lists.push(one)
      last.size += one.count
    } else groups.push({ first: at, lists: [one], size: one.count })
  }
  return groups
}

function packed(path: string, bytes: Uint8Array): IndexFile {
  const content = new Uint8Array(gzipSync(bytes, { level: 9 }))
  // The tenth byte names the system that packed it; equal entries give equal bytes on all of them.
  content[9] = 255
  return { path, content }
}

function json(path: string, value: unknown): IndexFile {
  return packed(path, new TextEncoder().encode(JSON.stringify(value)))
}

function titleOrder(entries: readonly PlainEntry[]): number[] {
  const keys = entries.map(({ facts }) => titleKey(titleText(facts.title)))
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return [...keys.keys()].sort((a, b) => order(keys[a] ?? '', keys[b] ?? '') || a - b)
}

function identifiers(entries: readonly PlainEntry[]): Record<string, number> {
  const pairs = entries.flatMap(({ facts }, place) =>
    [facts.paper && (arxivIdOf(facts.paper) ?? doiOf(facts.paper)), facts.doi]
      .filter((id) => id !== undefined)
      .map((id) => [id.toLowerCase(), place] as const),
  )
  return Object.fromEntries(pairs)
}
