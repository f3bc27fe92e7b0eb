import { type Word, wordsIn } from './words.ts'

/** Phrases by their first term, each with what it stands for; the longest first. */
export type PhraseBook<T> = ReadonlyMap<string, readonly { terms: readonly string[]; means: T }[]>

/** A phrase that was found: the words from `from` up to `to`, which is not included. */
export interface FoundPhrase<T> {
  from: number
  to: number
  means: T
}

/** The sequences of terms that a phrase can be written in: its words, and its compounds as one word each. */
function sequencesOf(phrase: string): string[][] {
  const words = wordsIn(phrase)
  const parts = words.map(({ term }) => term)
  const joined: string[] = []
  for (const [at, { term, whole }] of words.entries()) {
    if (!whole) joined.push(term)
    else if (words[at - 1]?.whole !== whole) joined.push(whole.term)
  }
  return joined.length === parts.length ? [parts] : [parts, joined]
}

/** Makes a book of phrases. The first meaning of a phrase stays; case, hyphens and inflections don't matter. */
export function phraseBook<T>(phrases: Iterable<readonly [string, T]>): PhraseBook<T> {
  const book = new Map<string, { terms: string[]; means: T }[]>()
  const known = new Set<string>()
  for (const [phrase, means] of phrases) {
    for (const terms of sequencesOf(phrase)) {
      const [first] = terms
      const key = terms.join(' ')
      if (first === undefined || known.has(key)) continue
      known.add(key)
      book.set(first, [...(book.get(first) ?? []), { terms, means }])
    }
  }
  for (const all of book.values()) all.sort((a, b) => b.terms.length - a.terms.length)
  return book
}

/** Every phrase of the book that stands among the words, the longest at each place; phrases may overlap. */
export function* findPhrases<T>(
  words: readonly Pick<Word, 'term'>[],
  book: PhraseBook<T>,
): Iterable<FoundPhrase<T>> {
  for (const [from, { term }] of words.entries()) {
    const found = book
      .get(term)
      ?.find(({ terms }) => terms.every((each, offset) => words[from + offset]?.term === each))
    if (found) yield { from, to: from + found.terms.length, means: found.means }
  }
}
