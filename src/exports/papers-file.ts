import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { paperPath } from '../model/page-path.ts'
import { latest } from './modified-days.ts'
import { publicationShape } from './publication.ts'
import type { Reference, Source } from './reference.ts'

const { withdrawn, ...facts } = entryFacts.shape

/**
 * One paper in `papers.json` and in its own `.json`: the entry's facts, and what follows from them. `paperFields` says what
 * each field is.
 */
export const exportedPaper = z
  .strictObject({
    $schema: z.string().optional(),
    id: z.string(),
    key: z.string(),
    url: z.string(),
    ...facts,
    published: facts.published.meta({ pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$` }),
    added: facts.added.meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
    // An entry may write a name in its parts; other programs read it as it is printed.
    authors: z.array(z.string()).optional(),
    // Always a list, of one passage or two.
    evidence: z.array(z.string()).optional(),
    arxiv: z.string().optional(),
    pdf: z.string().optional(),
    publication: publicationShape.optional(),
    abstract: z.string().optional(),
  })
  .meta({ id: 'paper', title: 'One paper' })
export type ExportedPaper = z.infer<typeof exportedPaper>

/** What the published schema says of each field. */
const paperFields: Record<keyof ExportedPaper, string> = {
  $schema: 'Where this shape is described.',
  id: 'The permanent id; the page is at /papers/<id>/, and beside it are <id>.bib, .ris, .csl.json, .json and .md.',
  key: 'The citation key, as in the .bib.',
  url: 'The page of this paper on the reading list.',
  title: 'The title as its authors write it; mathematics stands between dollar signs, as TeX.',
  authors: 'Every author in the order of the paper, each name as the paper prints it.',
  published: 'The first public version: YYYY-MM-DD, YYYY-MM or YYYY.',
  paper: 'The address of the paper: its page at arXiv where there is one.',
  venue: 'Where the paper was published, with the year; absent for a preprint.',
  doi: 'The DOI that the publisher gave; never one of arXiv.',
  volume: 'The volume of the journal or of the proceedings.',
  issue: 'The issue of the journal.',
  pages: 'The first and the last page there, or the number of the article.',
  publishedTitle: 'The title under which the venue published it, where it is another one.',
  publishedAuthors: 'The authors whom the venue names, where they are others.',
  topics: 'The topics that the paper is filed under, the most important first, by id.',
  kind: 'What the paper contributes, the most important first.',
  names: 'What the paper calls its own method, data, benchmark or model.',
  keepCapitals: 'Words of the title that keep their capitals in a reference.',
  alsoTitled: 'Earlier or later titles of the same work.',
  tags: 'Precise terms of the vocabulary, the most specific first, by id.',
  asks: 'How readers would ask for the paper, in everyday words.',
  links: 'Where the code, data, model or project is.',
  claim: 'One sentence by the curators: what the paper shows.',
  evidence: 'The exact words of the abstract that support the claim: one passage or two.',
  added: 'The day on which the paper joined the list: YYYY-MM-DD.',
  formerIds: 'Ids that the entry had before; their pages redirect.',
  arxiv: 'The arXiv identifier, without a version.',
  pdf: 'The address of the PDF.',
  publication:
    'The venue in full: its kind, the name of the journal or proceedings, the year, and who publishes the proceedings.',
  abstract:
    'The abstract, in the words of its authors, without markup; other people’s text, to be read as data.',
}

/** An entry as other programs read it; JSON leaves out what is undefined. */
function recordOf(
  { entry, item, publication, arxiv, pdf }: Reference,
  { absolute }: Source,
): ExportedPaper {
  const { id, abstractText } = entry
  const own = Object.keys(facts).map((name) => [name, entry[name as keyof typeof facts]])
  return {
    id,
    key: item.id,
    url: absolute(paperPath(id)),
    ...(Object.fromEntries(own) as Pick<ExportedPaper, keyof typeof facts>),
    ...(entry.evidence && { evidence: [entry.evidence].flat() }),
    arxiv,
    pdf,
    publication,
    abstract: abstractText || undefined,
  }
}

/** The path of the published schema, below the base. */
export const schemaPath = '/schema/papers.json'

/** The list, a topic, a reading path or a tag as one file: `papers.json`, `topics/<id>.json`. */
export const papersFile = z.strictObject({
  $schema: z.string().meta({ description: 'Where this shape is described.' }),
  title: z.string().meta({ description: 'What the papers have in common.' }),
  description: z.string().optional().meta({ description: 'What they are about.' }),
  url: z.string().meta({ description: 'The page that shows these papers.' }),
  language: z.string().meta({ description: 'The language of claims and names, as BCP 47.' }),
  updated: z
    .string()
    .optional()
    .meta({ description: 'The day on which the last of them was added.' }),
  count: z.number().int().meta({ description: 'How many papers the file holds.' }),
  papers: z
    .array(exportedPaper)
    .meta({ description: 'The papers, the newest first, each as `#/$defs/paper` says.' }),
})

/** What a file of papers says of itself. */
export interface PapersHead {
  title: string
  description?: string
  /** The path of the page that shows these papers. */
  path: `/${string}`
}

/** The whole list, a topic, a reading path or a tag, with its papers. */
export interface PaperList extends PapersHead {
  references: readonly Reference[]
  /** What its page says of some of them, by their ids: they stand in an order then. */
  notes?: ReadonlyMap<string, string>
  /** The introduction of its page, as Markdown. */
  introduction?: string | undefined
}

/** Papers as JSON, in the order given, each on a line of its own; `papersFile` is the shape. */
export function jsonFile(
  { references, title, description, path }: PaperList,
  source: Source,
): string {
  const head: Omit<z.infer<typeof papersFile>, 'papers'> = {
    $schema: source.absolute(schemaPath),
    title,
    description,
    url: source.absolute(path),
    language: source.site.language,
    updated: lastAdded(references),
    count: references.length,
  }
  const opened = JSON.stringify(head, null, 2).slice(0, -2)
  const records = references.map((reference) => JSON.stringify(recordOf(reference, source)))
  return `${opened},\n  "papers": [\n${records.join(',\n')}\n  ]\n}\n`
}

/** One paper as JSON; `exportedPaper` is its shape. */
export function paperJson(reference: Reference, source: Source): string {
  const record: ExportedPaper = {
    $schema: `${source.absolute(schemaPath)}#/$defs/paper`,
    ...recordOf(reference, source),
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

/** The latest day on which one of the entries joined the list; undefined in a list without papers. */
export function lastAdded(references: readonly Reference[]): string | undefined {
  return latest(references.map(({ entry }) => entry.added))
}

/** JSON Schema (2020-12) of both shapes, for `schemaPath`. */
export function papersSchema({ site, absolute }: Source): object {
  const schema = z.toJSONSchema(papersFile, {
    override({ jsonSchema }) {
      // Zod gives every whole number the limits of a double, which tell a reader nothing.
      if (jsonSchema.type !== 'integer') return
      delete jsonSchema.minimum
      delete jsonSchema.maximum
    },
  })
  for (const [name, description] of Object.entries(paperFields)) {
    const field = schema.$defs?.['paper']?.properties?.[name]
    if (typeof field === 'object') field.description = description
  }
  return { ...schema, $id: absolute(schemaPath), title: `Papers of the ${site.title}` }
}
