import type { Concepts, Vocabulary } from '../model/vocabulary.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { phraseKey } from './tokens.ts'

/** A group of synonyms. */
export interface Meaning {
  /** Where the group comes from. */
  kind: 'acronym' | 'tag' | 'concept'
  /** The synonyms, the usual term first. */
  phrases: readonly string[]
}

/** All synonyms in the list's vocabulary; groups that share a phrase are neighbours. */
export function meaningsOf(
  { acronyms, tags }: Pick<Vocabulary, 'acronyms' | 'tags'>,
  concepts: Concepts,
): Meaning[] {
  const lists: Record<Meaning['kind'], string[][]> = {
    acronym: Object.entries(acronyms).map(([short, long]) => [short, ...long]),
    tag: Object.values(tags).map(({ name, aliases }) => [name, ...aliases]),
    concept: Object.entries(concepts).map(([term, { also }]) => [term, ...also]),
  }
  const kinds = ['acronym', 'tag', 'concept'] as const
  const all = kinds.flatMap((kind) =>
    lists[kind].flatMap((phrases) => (phrases.length > 1 ? { kind, phrases } : [])),
  )
  const named = all.flatMap((meaning) =>
    meaning.phrases.map((phrase) => ({ meaning, key: phraseKey(wordsIn(phrase)) })),
  )
  const together = [...Map.groupBy(named, ({ key }) => key).values()].flat()
  return [...new Set(together.map(({ meaning }) => meaning))]
}

/** A phrase of the vocabulary in a text: the words from `from` to `to`, exclusive. */
export interface FoundMeaning {
  from: number
  to: number
  /** The index of the meaning. */
  meaning: number
}

/** Finds every meaning in a text: for each kind, the longest phrase at each position; phrases may overlap. */
export type PhraseBook = (words: readonly Word[]) => FoundMeaning[]

/** How many letters a single word may differ from a word of the vocabulary: `aligned` is `alignment`, `truth` isn't `truthfulness`. */
const longestEnding = 4

/** Makes the index of phrases. Within a kind, a phrase keeps its first meaning; case, hyphens and inflections don't matter. */
export function phraseBook(meanings: readonly Meaning[]): PhraseBook {
  // Prefixes of phrases are keys too, so that a lookup stops as soon as no phrase continues.
  const book = new Map<string, Map<Meaning['kind'], { meaning: number; letters: number }>>()
  for (const [meaning, { kind, phrases }] of meanings.entries())
    for (const phrase of phrases) {
      const words = wordsIn(phrase)
      for (const end of words.keys()) {
        const key = phraseKey(words.slice(0, end + 1))
        if (!book.has(key)) book.set(key, new Map())
      }
      const byKind = book.get(phraseKey(words))
      const letters = words.reduce((sum, { plain }) => sum + plain.length, 0)
      if (byKind && !byKind.has(kind)) byKind.set(kind, { meaning, letters })
    }
  return (words) =>
    words.flatMap((first, from) => {
      const longest = new Map<Meaning['kind'], FoundMeaning>()
      let key = first.stem
      for (let to = from + 1; to <= words.length && book.has(key); to++) {
        for (const [kind, { meaning, letters }] of book.get(key) ?? [])
          if (to > from + 1 || Math.abs(letters - first.plain.length) <= longestEnding)
            longest.set(kind, { from, to, meaning })
        key += words[to]?.stem ?? ''
      }
      return [...longest.values()]
    })
}
