import { z } from 'zod'
import { entryIdShape } from './identifier.ts'

/** The id of a term, which stands in an address. */
const id = z.string().regex(entryIdShape, 'expected lower-case words joined by hyphens')

/** A tag: a precise term, its meaning and the other words for it. */
export const tagFacts = z.strictObject({
  /** The term as readers see it. */
  name: z.string().min(1),
  /** One sentence that defines it. */
  meaning: z.string().min(1),
  /** Other words and spellings for the same thing; none belongs to two tags. */
  aliases: z.array(z.string().min(1)).default([]),
})
export type TagFacts = z.infer<typeof tagFacts>

/** `content/vocabulary/tags.yaml`: tag id to facts. */
export const tagVocabulary = z.record(id, tagFacts)

/** A kind of contribution that papers make. */
export const kindFacts = z.strictObject({
  /** The kind as readers see it. */
  name: z.string().min(1),
  /** What it is, to follow the name: `a new way to do something`. */
  meaning: z.string().min(1),
})

/** `content/vocabulary/kinds.yaml`: kind id to facts, in the order in which pages explain them. */
export const kindVocabulary = z.record(id, kindFacts)

/** `content/vocabulary/acronyms.yaml`: acronym to its long forms, lower case unless proper names. */
export const acronymVocabulary = z.record(
  z.string(),
  z.array(z.string().min(1)).min(1, 'expected at least one item'),
)

/**
 * `content/vocabulary/concepts.yaml`: the field's own term to the words and phrases that stand in for it when readers
 * search. No phrase belongs to two concepts.
 */
export const conceptVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** Other words and phrases for it, as readers would write them. */
    also: z.array(z.string().min(1)).min(1, 'expected at least one item'),
    /** What the concept is, and what it leaves out. */
    note: z.string().min(1),
  }),
)
export type Concepts = z.infer<typeof conceptVocabulary>

/**
 * `content/vocabulary/absent.yaml`: work that readers ask for and that the list doesn't have, by the name that people use.
 * An entry that has the name as its own takes it off the list by itself.
 */
export const absentVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** What it is, to follow *it is*: `a preference optimization method`. */
    is: z.string().min(1),
    /** What the list has that is most like it, by a name that a paper or the vocabulary has. */
    like: z.array(z.string().min(1)).min(1, 'expected at least one item'),
    /** Other names for it. */
    also: z.array(z.string().min(1)).default([]),
  }),
)
export type AbsentWork = z.infer<typeof absentVocabulary>[string]

/** What sort of publication a venue is; decides the type of a citation. */
export const venueKind = z.enum(['conference', 'journal', 'workshop'])

/** `content/vocabulary/venues.yaml`: a venue's series (`ACL`) to its full name and kind. */
export const venueVocabulary = z.record(
  z.string(),
  z.strictObject({
    /** The series' full name. */
    name: z.string().min(1),
    kind: venueKind,
    /** Who publishes its proceedings; a reference names it. */
    publisher: z.string().min(1).optional(),
    /** The name that people say, where it is not the series itself: `PVLDB`. */
    short: z.string().min(1).optional(),
  }),
)

/** All words of the list that are not entries or topics. */
export interface Vocabulary {
  kinds: z.infer<typeof kindVocabulary>
  tags: z.infer<typeof tagVocabulary>
  acronyms: z.infer<typeof acronymVocabulary>
  venues: z.infer<typeof venueVocabulary>
}

/** The same words in maps that hold nothing else: in them `constructor` is no venue. */
export function withoutPrototypes({ kinds, tags, acronyms, venues }: Vocabulary): Vocabulary {
  const own = <T>(map: Record<string, T>): Record<string, T> =>
    Object.assign(Object.create(null), map)
  return { kinds: own(kinds), tags: own(tags), acronyms: own(acronyms), venues: own(venues) }
}

/** The vocabulary of a list that has none. */
export const emptyVocabulary: Vocabulary = { kinds: {}, tags: {}, acronyms: {}, venues: {} }
