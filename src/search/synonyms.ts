import type { Concepts, Vocabulary } from '../model/vocabulary.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsIn } from '../text/words.ts'
import { phraseKey } from './tokens.ts'

/** How a meaning came to be known, which decides how much it counts. */
export const meaningKinds = ['acronym', 'tag', 'concept'] as const
export type MeaningKind = (typeof meaningKinds)[number]

/** One thing and all that it is called. */
export interface Meaning {
  kind: MeaningKind
  /** The field's own term for it first. */
  phrases: readonly string[]
}

/** All that the list's vocabulary knows to be called in more than one way; what shares a phrase stands together. */
export function meaningsOf(
  vocabulary: Pick<Vocabulary, 'acronyms' | 'tags'>,
  concepts: Concepts,
): Meaning[] {
  const acronyms = Object.entries(vocabulary.acronyms).map(([short, long]) => [short, ...long])
  const tags = Object.values(vocabulary.tags).map(({ name, aliases }) => [name, ...aliases])
  const terms = Object.entries(concepts).map(([term, { also }]) => [term, ...also])
  const of = (kind: MeaningKind, lists: readonly string[][]) =>
    lists.filter(({ length }) => length > 1).map((phrases) => ({ kind, phrases }))
  const all = [...of('acronym', acronyms), ...of('tag', tags), ...of('concept', terms)]
  const having = new Map<string, Meaning[]>()
  for (const meaning of all)
    for (const phrase of meaning.phrases) {
      const key = phraseKey(wordsIn(phrase))
      having.set(key, [...(having.get(key) ?? []), meaning])
    }
  return [...new Set([...having.values()].flat())]
}

/** A phrase of the vocabulary among words: those from `from` up to `to`, which is not included. */
export interface FoundMeaning {
  from: number
  to: number
  /** The meaning's place among all. */
  meaning: number
}

/** The phrases of all meanings, to be found in texts. */
export interface PhraseBook {
  /** Every meaning that is named among the words: of each kind the longest phrase that begins at a place; phrases may overlap. */
  find(words: readonly Word[]): FoundMeaning[]
}

interface Phrase {
  stems: readonly string[]
  /** The length of the phrase as it is written, in letters. */
  length: number
  meaning: number
}

/** By how many letters a single word may differ from a word of the vocabulary: `aligned` is `alignment`, `truth` isn't `truthfulness`. */
const longestEnding = 4

/** Makes the book of meanings. The first meaning of a phrase within a kind stays; case, hyphens and inflections don't matter. */
export function phraseBook(meanings: readonly Meaning[]): PhraseBook {
  const known = new Set<string>()
  const byFirst = new Map<MeaningKind, Map<string, Phrase[]>>()
  for (const [meaning, { kind, phrases }] of meanings.entries()) {
    const ofKind = byFirst.get(kind) ?? new Map<string, Phrase[]>()
    byFirst.set(kind, ofKind)
    for (const phrase of phrases) {
      const words = wordsIn(phrase)
      for (const stems of waysToWrite(words)) {
        const [first] = stems
        const key = `${kind} ${stems.join(' ')}`
        if (first === undefined || known.has(key)) continue
        known.add(key)
        const length = words.reduce((sum, { plain }) => sum + plain.length, 0)
        const all = [...(ofKind.get(first) ?? []), { stems, length, meaning }]
        ofKind.set(
          first,
          all.sort((a, b) => b.stems.length - a.stems.length),
        )
      }
    }
  }
  return {
    find: (words) =>
      [...byFirst.values()].flatMap((ofKind) =>
        words.flatMap(({ stem, plain }, from) => {
          const found = ofKind
            .get(stem)
            ?.find(({ stems, length }) =>
              stems.length === 1
                ? Math.abs(length - plain.length) <= longestEnding
                : stems.every((one, offset) => words[from + offset]?.stem === one),
            )
          return found ? [{ from, to: from + found.stems.length, meaning: found.meaning }] : []
        }),
      ),
  }
}

/** The sequences of stems that a phrase can be written in: its words, and its compounds as one word each. */
function waysToWrite(words: readonly Word[]): string[][] {
  const parts = words.map((word) => word.stem)
  const joined = words.flatMap(({ whole, stem: part }, at) => {
    if (!whole) return [part]
    return words[at - 1]?.whole === whole ? [] : [stem(whole.plain)]
  })
  return joined.length === parts.length ? [parts] : [parts, joined]
}
