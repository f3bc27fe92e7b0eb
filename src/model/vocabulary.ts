import { z } from 'zod'
import { entryIdShape } from './identifier.ts'

/** The id of a term, which is part of an address. */
const id = z.string().regex(entryIdShape, 'expected lower-case words joined by hyphens')

/** A tag: a precise term with its meaning and its synonyms. */
export const tagFacts = z.strictObject({
  /** The term that readers see. */
  name: z.string().min(1),
  /** One sentence that defines it. */
  meaning: z.string().min(1),
  /** Synonyms and other spellings. None belongs to two tags. */
  aliases: z.array(z.string().min(1)).default([]),
})
export type TagFacts = z.infer<typeof tagFacts>

/** `content/vocabulary/tags.yaml`: tags by id. */
export const tagVocabulary = z.record(id, tagFacts)

/** A kind of contribution, such as a method or a dataset. */
export const kindFacts = z.strictObject({
  /** The name that readers see. */
  name: z.string().min(1),
  /** What it is, as a phrase that follows the name: `a new way to do something`. */
  meaning: z.string().min(1),
})

/** `content/vocabulary/kinds.yaml`: kinds by id, in the order in which pages explain them. */
export const kindVocabulary = z.record(id, kindFacts)

/** `content/vocabulary/acronyms.yaml`: the long forms of each acronym, in lower case except for proper names. */
export const acronymVocabulary = z.record(
  z.string(),
  z.array(z.string().min(1)).min(1, 'expected at least one item'),
)

/**
 * `content/vocabulary/concepts.yaml`: the field's terms with the words and phrases that readers use for them when they
 * search. No phrase belongs to two concepts.
 */
export const conceptVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** Words and phrases that readers would use for it. */
    also: z.array(z.string().min(1)).min(1, 'expected at least one item'),
    /** What the concept covers, and what it does not. */
    note: z.string().min(1),
  }),
)
export type Concepts = z.infer<typeof conceptVocabulary>

/**
 * `content/vocabulary/absent.yaml`: work that readers look for and that is not on the list, by its usual name. A name that
 * an entry has under `names` is ignored.
 */
export const absentVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** What it is, as a phrase that follows “it is”: `a preference optimization method`. */
    is: z.string().min(1),
    /** The most similar work on the list, by a name that a paper or the vocabulary has. */
    like: z.array(z.string().min(1)).min(1, 'expected at least one item'),
    /** Other names for it. */
    also: z.array(z.string().min(1)).default([]),
  }),
)
export type AbsentWork = z.infer<typeof absentVocabulary>[string]

/** The kind of publication, which decides the type of a citation. */
export const venueKind = z.enum(['conference', 'journal', 'workshop'])

/** `content/vocabulary/venues.yaml`: venues by their series, `ACL`. */
export const venueVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** The full name of the series. */
    name: z.string().min(1),
    kind: venueKind,
    /** The publisher of its proceedings, for references. */
    publisher: z.string().min(1).optional(),
    /** The name in common use, if it is not the series: `PVLDB`. */
    short: z.string().min(1).optional(),
  }),
)

/** The controlled vocabulary of a list. */
export interface Vocabulary {
  kinds: z.infer<typeof kindVocabulary>
  tags: z.infer<typeof tagVocabulary>
  acronyms: z.infer<typeof acronymVocabulary>
  venues: z.infer<typeof venueVocabulary>
}

/** Copies a vocabulary to objects without a prototype, in which `constructor` is not a venue. */
export function withoutPrototypes({ kinds, tags, acronyms, venues }: Vocabulary): Vocabulary {
  const copy = <T>(map: Record<string, T>): Record<string, T> =>
    Object.assign(Object.create(null), map)
  return { kinds: copy(kinds), tags: copy(tags), acronyms: copy(acronyms), venues: copy(venues) }
}

/** A vocabulary without terms. */
export const emptyVocabulary: Vocabulary = { kinds: {}, tags: {}, acronyms: {}, venues: {} }
