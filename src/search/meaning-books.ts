import { type Meaning, type MeaningKind, meaningKinds } from './meaning.ts'
import { findPhrases, type PhraseBook, phraseBook } from './phrases.ts'
import type { Word } from './words.ts'

/** The phrases of all meanings, a book for each kind; a phrase gives the place of its meaning among all. */
export type MeaningBooks = Readonly<Record<MeaningKind, PhraseBook<number>>>

/** A phrase among words and the place of what it means. */
export interface FoundMeaning {
  from: number
  to: number
  meaning: number
}

/** Makes the books of meanings. */
export function meaningBooks(meanings: readonly Meaning[]): MeaningBooks {
  const bookOf = (wanted: MeaningKind) =>
    phraseBook(
      meanings.flatMap(({ kind, phrases }, place) =>
        kind === wanted ? phrases.map((phrase) => [phrase, place] as const) : [],
      ),
    )
  return { acronym: bookOf('acronym'), tag: bookOf('tag'), concept: bookOf('concept') }
}

/** The same books with the phrases of some meanings only. */
export function booksOf(wanted: ReadonlySet<number>, books: MeaningBooks): MeaningBooks {
  const some = (book: PhraseBook<number>) =>
    new Map(
      wanted.size === 0
        ? []
        : [...book].flatMap(([first, phrases]) => {
            const left = phrases.filter(({ means }) => wanted.has(means))
            return left.length > 0 ? [[first, left] as const] : []
          }),
    )
  return { acronym: some(books.acronym), tag: some(books.tag), concept: some(books.concept) }
}

/** Every meaning that is named among the words; one phrase may be part of another. */
export function allMeanings(words: readonly Word[], books: MeaningBooks): FoundMeaning[] {
  return meaningKinds.flatMap((kind) => [...findPhrases(words, books[kind])].map(found))
}

/** The meanings named among the words, of each kind the longest phrases only, none of which overlap. */
export function longestMeanings(words: readonly Word[], books: MeaningBooks): FoundMeaning[] {
  return meaningKinds.flatMap((kind) => {
    const taken = new Set<number>()
    const all = [...findPhrases(words, books[kind])]
    return all
      .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from)
      .filter(({ from, to }) => {
        const places = Array.from({ length: to - from }, (_, offset) => from + offset)
        if (places.some((place) => taken.has(place))) return false
        for (const place of places) taken.add(place)
        return true
      })
      .map(found)
  })
}

function found({ from, to, means }: { from: number; to: number; means: number }): FoundMeaning {
  return { from, to, meaning: means }
}
