import { keptWords } from './kept-words.ts'
import type { Lexicon } from './lexicon.ts'
import { allMeanings, booksOf } from './meaning-books.ts'
import type { Understood } from './understand.ts'

/** A stretch of a text that answers a query. */
export interface Match {
  start: number
  end: number
  /** What matches: a term, or the number of a meaning. */
  means: string | number
}

/** Finds what in a text answers a query. */
export type Matcher = (text: string) => Match[]

/** A matcher for a query as it was understood: its words in any form, and whatever else says the same. */
export function matcherOf({ units, meanings }: Understood, lexicon: Lexicon): Matcher {
  const terms = new Set(
    units.flatMap(({ alternatives }) =>
      alternatives.flatMap(({ places }) => places.map((place) => lexicon.terms[place] ?? '')),
    ),
  )
  const books = booksOf(new Set(meanings.map(({ meaning }) => meaning)), lexicon.books)
  return (text) => {
    const words = keptWords(text)
    const found = words.flatMap(({ term, start, end, whole }): Match[] => {
      if (whole && terms.has(whole.term))
        return [{ start: whole.start, end: whole.end, means: whole.term }]
      return terms.has(term) ? [{ start, end, means: term }] : []
    })
    for (const { from, to, meaning } of allMeanings(words, books)) {
      const [first, last] = [words[from], words[to - 1]]
      if (first && last) found.push({ start: first.start, end: last.end, means: meaning })
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}
