import { type FieldTexts, fields, fieldWeights, scopeBit } from './field.ts'
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

/** What stands in entries: a term or a meaning. */
export interface Indexed {
  /** In how many entries it stands. */
  count: number
  /** All of them, by place; made anew at each call, because all at once would fill the memory. */
  postings(): Posting[]
}

/** One term with all entries in which it stands. */
export interface IndexedTerm extends Indexed {
  term: string
  /** The words that it is the stem of, as they are typed, the most frequent first. */
  forms: string[]
}

/** The index of a list. */
export interface Inverted {
  /** In code-point order. */
  terms: IndexedTerm[]
  /** The meanings that occur in the list, each with where: in the order in which they were given. */
  meanings: (Indexed & { meaning: Meaning })[]
}

// Okapi BM25's two numbers, k1 and b: how soon more of the same stops counting, and how much a long text is discounted.
// Both at the values that are usual; doubling either changes little.
const saturation = 2
const lengthDiscount = 0.4

/** Inverts the texts of all entries, in the order of the list. Words of every field are weighed before they are saturated (BM25F). */
export function invert(entries: readonly FieldTexts[], meanings: readonly Meaning[]): Inverted {
  const books = meaningBooks(meanings)
  const lengths = fields.map(() => new Uint32Array(entries.length))
  const terms = new Occurrences<string>()
  const named = new Occurrences<number>()
  const forms = new Map<string, Map<string, number>>()
  entries.forEach((entry, place) => {
    fields.forEach((field, at) => {
      const words = wordsIn(entry[field] ?? '')
      if (lengths[at]) lengths[at][place] = words.length
      for (const { term, plain } of termsOf(words)) {
        terms.add(term, place, at)
        const known = forms.get(term) ?? new Map<string, number>()
        forms.set(term, known.set(plain, (known.get(plain) ?? 0) + 1))
      }
      for (const { meaning } of allMeanings(words, books)) named.add(meaning, place, at)
    })
  })
  const weights = weightsOf(lengths, entries.length)
  return {
    terms: [...terms.all]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([term, runs]) => ({
        term,
        forms: byCount(forms.get(term)),
        ...indexed(runs, weights),
      })),
    meanings: meanings.flatMap((meaning, at) => {
      const runs = named.all.get(at)
      return runs ? [{ meaning, ...indexed(runs, weights) }] : []
    }),
  }
}

/** What one occurrence in the field of an entry weighs. */
type Weights = (field: number, place: number) => number

function weightsOf(lengths: readonly Uint32Array[], entries: number): Weights {
  const averages = lengths.map((all) => all.reduce((sum, length) => sum + length, 0) / entries)
  return (at, place) => {
    const relative = (lengths[at]?.[place] ?? 0) / (averages[at] || 1)
    const weight = fieldWeights[fields[at] ?? 'text']
    return weight / (1 - lengthDiscount + lengthDiscount * relative)
  }
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

/** Where keys stand, in plain numbers: for each key runs of three, a place, a field and how often. */
class Occurrences<K> {
  readonly all = new Map<K, number[]>()
  /** Counts one occurrence; those of one field of one entry come in a row. */
  add(key: K, place: number, field: number): void {
    const runs = this.all.get(key)
    if (!runs) {
      this.all.set(key, [place, field, 1])
      return
    }
    const last = runs.length - 1
    if (runs[last - 2] === place && runs[last - 1] === field) runs[last] = (runs[last] ?? 0) + 1
    else runs.push(place, field, 1)
  }
}

function indexed(runs: readonly number[], weights: Weights): Indexed {
  let count = 0
  for (let at = 0; at < runs.length; at += 3) if (runs[at] !== runs[at - 3]) count += 1
  return { count, postings: () => postingsOf(runs, weights) }
}

function postingsOf(runs: readonly number[], weights: Weights): Posting[] {
  const postings: Posting[] = []
  let at = 0
  while (at < runs.length) {
    const place = runs[at] ?? 0
    let [weight, scopes] = [0, 0]
    for (; runs[at] === place; at += 3) {
      const field = runs[at + 1] ?? 0
      weight += (runs[at + 2] ?? 0) * weights(field, place)
      scopes |= scopeBit(fields[field] ?? 'text')
    }
    const impact = Math.max(1, Math.round((fullImpact * weight) / (saturation + weight)))
    postings.push({ place, impact, scopes })
  }
  return postings
}

function byCount(counts: ReadonlyMap<string, number> = new Map()): string[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([form]) => form)
}
