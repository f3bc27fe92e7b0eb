import { type Field, type FieldTexts, fields, fieldWeights, scopeBit } from './field.ts'
import type { Meaning } from './meaning.ts'
import { allMeanings, meaningBooks } from './meaning-books.ts'
import { type Word, wordsIn } from './words.ts'

/** That a term stands in an entry. */
export interface Posting {
  /** The entry's place in the list. */
  place: number
  /** How much the entry is about the term: 0 to `fullImpact`. */
  impact: number
  /** The scopes in which it stands, as bits. */
  scopes: number
}

/** The highest impact, which is only ever approached. */
export const fullImpact = 255

/** One term with all entries in which it stands, by place. */
export interface IndexedTerm {
  term: string
  /** The words that it is the stem of, as they are typed, the most frequent first. */
  forms: string[]
  postings: Posting[]
}

/** The index of a list. */
export interface Inverted {
  /** In code-point order. */
  terms: IndexedTerm[]
  /** The meanings that occur in the list, each with where: in the order in which they were given. */
  meanings: { meaning: Meaning; postings: Posting[] }[]
}

// Okapi BM25's two numbers, k1 and b: how soon more of the same stops counting, and how much a long text is discounted.
// Both at the values that are usual; doubling either changes little.
const saturation = 2
const lengthDiscount = 0.4

/** Inverts the texts of all entries, in the order of the list. Words of every field are weighed before they are saturated (BM25F). */
export function invert(entries: readonly FieldTexts[], meanings: readonly Meaning[]): Inverted {
  const books = meaningBooks(meanings)
  const texts = entries.map((entry) =>
    fields.flatMap((field) => (entry[field] ? [{ field, words: wordsIn(entry[field]) }] : [])),
  )
  const average = averageLengths(texts)
  const terms = new Counts<string>()
  const named = new Counts<number>()
  const forms = new Map<string, Map<string, number>>()
  texts.forEach((ofEntry, place) => {
    for (const { field, words } of ofEntry) {
      const relative = words.length / (average.get(field) ?? 1)
      const weight = fieldWeights[field] / (1 - lengthDiscount + lengthDiscount * relative)
      const bit = scopeBit(field)
      for (const { term, plain } of termsOf(words)) {
        terms.add(term, place, weight, bit)
        const known = forms.get(term) ?? new Map<string, number>()
        forms.set(term, known.set(plain, (known.get(plain) ?? 0) + 1))
      }
      for (const { meaning } of allMeanings(words, books)) named.add(meaning, place, weight, bit)
    }
  })
  return {
    terms: [...terms.all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([term, postings]) => ({
        term,
        forms: byCount(forms.get(term)),
        postings: packed(postings),
      })),
    meanings: meanings.flatMap((meaning, at) => {
      const postings = named.all.get(at)
      return postings ? [{ meaning, postings: packed(postings) }] : []
    }),
  }
}

type Texts = readonly (readonly { field: Field; words: readonly Word[] }[])[]

function averageLengths(texts: Texts): Map<Field, number> {
  const lengths = new Map<Field, number>()
  for (const { field, words } of texts.flat())
    lengths.set(field, (lengths.get(field) ?? 0) + words.length / texts.length)
  return lengths
}

/** What words are found by: each that means something, and each compound as a whole. */
function* termsOf(words: readonly Word[]): Iterable<{ term: string; plain: string }> {
  let last: Word['whole']
  for (const word of words) {
    if (!word.stop) yield word
    if (word.whole && word.whole !== last) yield word.whole
    last = word.whole
  }
}

type Weighed = Map<number, { weight: number; scopes: number }>

class Counts<K> {
  readonly all = new Map<K, Weighed>()
  add(key: K, place: number, weight: number, scopes: number): void {
    const places: Weighed = this.all.get(key) ?? new Map()
    const before = places.get(place)
    if (before) {
      before.weight += weight
      before.scopes |= scopes
    } else places.set(place, { weight, scopes })
    this.all.set(key, places)
  }
}

function packed(places: Weighed): Posting[] {
  return [...places].map(([place, { weight, scopes }]) => ({
    place,
    impact: Math.max(1, Math.round((fullImpact * weight) / (saturation + weight))),
    scopes,
  }))
}

function byCount(counts: ReadonlyMap<string, number> = new Map()): string[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([form]) => form)
}
