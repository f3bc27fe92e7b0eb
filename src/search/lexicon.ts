import type { Inverted } from './inverted.ts'
import type { Meaning } from './meaning.ts'
import { type MeaningBooks, meaningBooks } from './meaning-books.ts'

/** What a browser knows of the whole index before it loads any postings, as it travels: lists side by side, which compress well. */
export interface PackedLexicon {
  /** How many entries there are. */
  entries: number
  /** The terms, joined by line feeds. */
  terms: string
  /** The words of each term: what follows the stem, or the whole word behind `=`; joined by commas, lines as above. */
  forms: string
  /** How many entries have each term. */
  counts: number[]
  meanings: Meaning[]
  /** How many entries have each meaning. */
  meaningCounts: number[]
  /** The first of each file of postings: terms are counted first, meanings go on after them. */
  files: number[]
}

/** The list's words, ready to be asked. */
export interface Lexicon {
  entries: number
  /** How many entries have what stands at a place: a term, or behind all terms a meaning. */
  counts: readonly number[]
  terms: readonly string[]
  /** The words that stand in the list, as they are typed, each with the place of its term. */
  forms: ReadonlyMap<string, number>
  /** The most frequent word of each term. */
  shown: readonly string[]
  meanings: readonly Meaning[]
  books: MeaningBooks
  files: readonly number[]
  /** The place of a term; undefined when the list doesn't have it. */
  placeOf(term: string): number | undefined
  /** The places of all terms that begin so, from the first to one behind the last. */
  range(beginning: string): { from: number; to: number }
}

/** Packs the lexicon of an index whose postings are in files that begin at these terms. */
export function packLexicon(
  { terms, meanings }: Inverted,
  entries: number,
  files: number[],
): PackedLexicon {
  const short = (form: string, term: string) =>
    form.startsWith(term) ? form.slice(term.length) : `=${form}`
  return {
    entries,
    terms: terms.map(({ term }) => term).join('\n'),
    forms: terms.map(({ term, forms }) => forms.map((form) => short(form, term)).join()).join('\n'),
    counts: terms.map(({ count }) => count),
    meanings: meanings.map(({ meaning }) => meaning),
    meaningCounts: meanings.map(({ count }) => count),
    files,
  }
}

/** Reads a packed lexicon. */
export function unpackLexicon(packed: PackedLexicon): Lexicon {
  const terms = packed.terms.split('\n')
  const forms = new Map<string, number>()
  const shown: string[] = []
  packed.forms.split('\n').forEach((line, place) => {
    const term = terms[place] ?? ''
    const words = line.split(',').map((form) => (form[0] === '=' ? form.slice(1) : term + form))
    for (const word of words) if (!forms.has(word)) forms.set(word, place)
    shown.push(words[0] ?? term)
  })
  const lower = (text: string) => {
    let [from, to] = [0, terms.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((terms[middle] ?? '') < text) from = middle + 1
      else to = middle
    }
    return from
  }
  return {
    entries: packed.entries,
    counts: [...packed.counts, ...packed.meaningCounts],
    terms,
    forms,
    shown,
    meanings: packed.meanings,
    books: meaningBooks(packed.meanings),
    files: packed.files,
    placeOf(term) {
      const place = lower(term)
      return terms[place] === term ? place : undefined
    },
    range: (beginning) => ({ from: lower(beginning), to: lower(`${beginning}\uffff`) }),
  }
}
