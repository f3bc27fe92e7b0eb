import { z } from 'zod'
import { entryIdShape, isReservedName } from './identifier.ts'
import { day, partialDate } from './partial-date.ts'
import { author } from './person.ts'

/** What an extra address of a paper leads to. A closed set, spelled here once. */
export const linkKind = z.enum(['code', 'data', 'model', 'project'])
export type LinkKind = z.infer<typeof linkKind>

const line = z
  .string()
  .trim()
  .min(1, 'expected a value')
  .refine((text) => !/[\n\r]/.test(text), 'expected one line')
const formerId = z
  .string()
  .regex(entryIdShape, 'expected lower-case words joined by hyphens')
  .refine(
    (id) => !isReservedName(id),
    'expected a name that neither Windows nor the site keeps for itself',
  )
const lines = z.array(line).min(1, 'expected at least one item')

/** The facts of an entry, in the order in which they are written. Facts without a source are absent. */
export const entryFacts = z.strictObject({
  /** The paper's title, as its authors write it; `$…$` holds mathematics. */
  title: line,
  /** Every author in the paper's order, each name as the paper prints it, or its family and given names apart. */
  authors: z.array(author).min(1, 'expected at least one item').optional(),
  /** The first public version: a day, a month or a year. */
  published: partialDate.optional(),
  /** The canonical address of the paper: arXiv's abstract page where there is one. */
  paper: line.optional(),
  /** Where the paper was published, with its year: `ACL 2024`; absent for a preprint. */
  venue: line.optional(),
  /** The publisher's DOI, bare: `10.18653/v1/2024.emnlp-main.35`; arXiv's own DOIs stay out. */
  doi: line.optional(),
  /** The volume of the journal or of the proceedings: `620`. */
  volume: line.optional(),
  /** The issue of the journal: `7972`. */
  issue: line.optional(),
  /** The first and the last page there, `172-180`, or the number of the article. */
  pages: z
    .string()
    .regex(/^[\w.:]+(?:-[\w.:]+)?$/, 'expected the first page and the last one: `172-180`')
    .optional(),
  /** The title under which the venue published the paper, where it is another one; references name it. */
  publishedTitle: line.optional(),
  /** The authors whom the venue names, where they are others; references name them. */
  publishedAuthors: z.array(author).min(1, 'expected at least one item').optional(),
  /** One to three topics, the most important first; ids of `content/topics`. */
  topics: z
    .array(line)
    .min(1, 'expected one to three topics')
    .max(3, 'expected one to three topics')
    .optional(),
  /** What the paper contributes, one to three kinds, the most important first; ids of `content/vocabulary/kinds.yaml`. */
  kind: z
    .array(line)
    .min(1, 'expected one to three kinds')
    .max(3, 'expected one to three kinds')
    .optional(),
  /** What the paper calls its own method, data, benchmark or model, the best known first. */
  names: lines.optional(),
  /** Words of the title that keep their capitals in a reference, where neither `names` nor the abstract shows it. */
  keepCapitals: lines.optional(),
  /** Earlier or later titles of the same work. */
  alsoTitled: lines.optional(),
  /** Precise terms of `content/vocabulary/tags.yaml`, the most specific first. */
  tags: z.array(line).min(1, 'expected at least one tag').optional(),
  /** How readers would ask for the paper, in everyday words that its abstract does not use; search reads them. */
  asks: lines.optional(),
  /** Where the paper's code, data, model or project is. */
  links: z.partialRecord(linkKind, line).optional(),
  /** One sentence in our own words: what the paper shows. At most 160 characters. */
  claim: line.optional(),
  /** The exact words of the abstract that support the claim: one passage, or a list of two. */
  evidence: z
    .union([line, z.array(line).min(1).max(2)], 'expected one passage or a list of two')
    .optional(),
  /** The day on which the entry joined the list. */
  added: day,
  /** The ids that the entry had before, the first one first; each leaves a redirect, and feeds keep the first. */
  formerIds: z.array(formerId).min(1, 'expected at least one item').optional(),
  /** When and why the entry left the list; its page stays as a tombstone that says so. */
  withdrawn: z.strictObject({ date: day, reason: line }).optional(),
})
export type EntryFacts = z.infer<typeof entryFacts>

/** The names of the facts, in canonical order. */
export const factNames = Object.keys(entryFacts.shape) as (keyof EntryFacts)[]

/** Facts that every finished entry has; one that is missing is a gap. */
export const expectedFacts = [
  'authors',
  'published',
  'paper',
  'topics',
  'kind',
  'tags',
  'claim',
  'evidence',
] as const satisfies readonly (keyof EntryFacts)[]
export type Gap = (typeof expectedFacts)[number]

/** The expected facts that an entry lacks, in canonical order. */
export function gapsOf(facts: Partial<EntryFacts>): Gap[] {
  return expectedFacts.filter((name) => facts[name] === undefined)
}

/** What an entry may lack: an expected fact, or the end of its abstract. */
export const gapName = z.enum([...expectedFacts, 'abstract'])

/** `content/gaps.yaml`: the id of an entry to what it is known to lack. The file may only shrink. */
export const knownGaps = z.record(z.string(), z.array(gapName).min(1, 'expected at least one item'))
export type KnownGaps = z.infer<typeof knownGaps>
