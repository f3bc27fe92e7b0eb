import { z } from 'zod'
import { entryIdShape, isReservedName } from './identifier.ts'
import { day, partialDate } from './partial-date.ts'
import { author } from './person.ts'

/** What an additional link of a paper leads to. */
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
  .refine((id) => !isReservedName(id), 'expected a name that neither Windows nor the site reserves')
const atLeastOne = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'expected at least one item')
const lines = atLeastOne(line)
const oneToThree = (what: 'topics' | 'kinds') =>
  z.array(line).min(1, `expected one to three ${what}`).max(3, `expected one to three ${what}`)

/** The facts of an entry, in the order in which they are written. A fact without a source is absent. */
export const entryFacts = z.strictObject({
  /** The paper's title, as its authors write it; `$…$` holds mathematics. */
  title: line,
  /** Every author in the paper's order, each as one printed name, or as family and given name. */
  authors: atLeastOne(author).optional(),
  /** The first public version: a day, a month or a year. */
  published: partialDate.optional(),
  /** The canonical address of the paper: arXiv's abstract page if there is one. */
  paper: line.optional(),
  /** Where the paper was published, with its year: `ACL 2024`; absent for a preprint. */
  venue: line.optional(),
  /** The publisher's DOI, bare: `10.18653/v1/2024.emnlp-main.35`; never one of arXiv's. */
  doi: line.optional(),
  /** The volume of the journal or of the proceedings: `620`. */
  volume: line.optional(),
  /** The issue of the journal: `7972`. */
  issue: line.optional(),
  /** The first and the last page in the venue, `172-180`, or the article number. */
  pages: z
    .string()
    .regex(/^[\w.:]+(?:-[\w.:]+)?$/, 'expected the first page and the last one: `172-180`')
    .optional(),
  /** The title in the venue, if it differs; references use it. */
  publishedTitle: line.optional(),
  /** The authors in the venue, if they differ; references use them. */
  publishedAuthors: atLeastOne(author).optional(),
  /** One to three topics, the most important first; ids of `content/topics`. */
  topics: oneToThree('topics').optional(),
  /** What the paper contributes, one to three kinds, the most important first; ids of `content/vocabulary/kinds.yaml`. */
  kind: oneToThree('kinds').optional(),
  /** What the paper calls its own method, data, benchmark or model, the best known first. */
  names: lines.optional(),
  /** Words of the title that keep their capitals in references, if neither `names` nor the abstract shows this. */
  keepCapitals: lines.optional(),
  /** Earlier or later titles of the same work. */
  alsoTitled: lines.optional(),
  /** Precise terms of `content/vocabulary/tags.yaml`, the most specific first. */
  tags: z.array(line).min(1, 'expected at least one tag').optional(),
  /** Everyday phrases that readers would search with and that the abstract does not use; search indexes them. */
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
  /** Earlier ids of the entry, the oldest first. Each one redirects; feeds keep using the oldest. */
  formerIds: atLeastOne(formerId).optional(),
  /** When and why the entry left the list. Its page stays and says so. */
  withdrawn: z.strictObject({ date: day, reason: line }).optional(),
})
export type EntryFacts = z.infer<typeof entryFacts>

/** The names of the facts, in canonical order. */
export const factNames = Object.keys(entryFacts.shape) as (keyof EntryFacts)[]

/** The facts that every finished entry has. A missing one is a gap. */
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

/** What `content/gaps.yaml` may name: an expected fact, or the end of the abstract. */
export const gapName = z.enum([...expectedFacts, 'abstract'])

/** `content/gaps.yaml`: entry ids with their known gaps. */
export const knownGaps = z.record(z.string(), z.array(gapName).min(1, 'expected at least one item'))
export type KnownGaps = z.infer<typeof knownGaps>
