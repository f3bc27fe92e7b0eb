import type { Concepts, Vocabulary } from '../model/vocabulary.ts'

/** How a meaning came to be known, which decides how much it counts. */
export const meaningKinds = ['acronym', 'tag', 'concept'] as const
export type MeaningKind = (typeof meaningKinds)[number]

/** One thing and all that it is called. */
export interface Meaning {
  kind: MeaningKind
  /** The field's own term for it first. */
  phrases: readonly string[]
}

/** How much finding a meaning counts beside finding the very words, by kind: an acronym is its long form, a concept only resembles. */
export const meaningWeights: Readonly<Record<MeaningKind, number>> = {
  acronym: 0.8,
  tag: 0.5,
  concept: 0.5,
}

/** All that the list's vocabulary knows to be called in more than one way. */
export function meaningsOf(
  vocabulary: Pick<Vocabulary, 'acronyms' | 'tags'>,
  concepts: Concepts,
): Meaning[] {
  const of = (kind: MeaningKind, lists: readonly (readonly string[])[]) =>
    lists.filter(({ length }) => length > 1).map((phrases) => ({ kind, phrases }))
  return [
    ...of(
      'acronym',
      Object.entries(vocabulary.acronyms).map(([short, long]) => [short, ...long]),
    ),
    ...of(
      'tag',
      Object.values(vocabulary.tags).map(({ name, aliases }) => [name, ...aliases]),
    ),
    ...of(
      'concept',
      Object.entries(concepts).map(([term, { also }]) => [term, ...also]),
    ),
  ]
}
