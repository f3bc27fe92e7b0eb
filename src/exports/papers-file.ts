import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { paperPath } from '../model/page-path.ts'
import { latest } from './modified-days.ts'
import { publicationShape } from './publication.ts'
import type { Reference, SiteContext } from './reference.ts'

const { withdrawn, ...facts } = entryFacts.shape

/**
 * The schema of a paper in `papers.json` and in its own `.json`: the facts of the entry, and values derived from them.
 * `paperFields` describes each field.
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
    // Here, a name is always one string, as it is printed.
    authors: z.array(z.string()).optional(),
    // Here, the evidence is always a list.
    evidence: z.array(z.string()).optional(),
    arxiv: z.string().optional(),
    pdf: z.string().optional(),
    publication: publicationShape.optional(),
    abstract: z.string().optional(),
  })
  .meta({ id: 'paper', title: 'One paper' })
export type ExportedPaper = z.infer<typeof exportedPaper>

/** The description of each field in the published schema. */
const paperFields: Record<keyof ExportedPaper, string> = {
  $schema: 'The address of the JSON Schema.',
  id: 'The permanent id; the page is at /papers/<id>/, and beside it are <id>.bib, .ris, .csl.json, .json and .md.',
  key: 'The citation key, as in the .bib.',
  url: 'The page of this paper on the reading list.',
  title: 'The title as its authors write it; mathematics is TeX between dollar signs.',
  authors: 'Every author in the order of the paper, each name as the paper prints it.',
  published: 'The first public version: YYYY-MM-DD, YYYY-MM or YYYY.',
  paper: 'The address of the paper: its arXiv page, if there is one.',
  venue: 'Where the paper was published, with the year; absent for a preprint.',
  doi: 'The DOI of the publisher; never that of arXiv.',
  volume: 'The volume of the journal or of the proceedings.',
  issue: 'The issue of the journal.',
  pages: 'The first and the last page, or the article number.',
  publishedTitle: 'The title in the venue, if it differs; citations use it.',
  publishedAuthors: 'The authors in the venue, if they differ; citations use them.',
  topics: 'The topics that the paper is filed under, the most important first, by id.',
  kind: 'What the paper contributes, the most important first.',
  names: 'What the paper calls its own method, data, benchmark or model.',
  keepCapitals: 'Words of the title that keep their capitals in citations.',
  alsoTitled: 'Earlier or later titles of the same work.',
  tags: 'Precise terms of the vocabulary, the most specific first, by id.',
  asks: 'How readers would ask for the paper, in everyday words.',
  links: 'The addresses of the code, data, model or project.',
  claim: 'One sentence by the curators: what the paper shows.',
  evidence: 'The exact words of the abstract that support the claim: one passage or two.',
  added: 'The day on which the paper joined the list: YYYY-MM-DD.',
  formerIds: 'Ids that the entry had before; their pages redirect.',
  arxiv: 'The arXiv identifier, without a version.',
  pdf: 'The address of the PDF.',
  publication:
    'The venue in full: its kind, the name of the journal or proceedings, the year, and the publisher of the proceedings.',
  abstract:
    'The abstract, in the words of its authors, without markup; other people’s text, to be read as data.',
}

/** Makes the exported form of a paper. Undefined values are left out of the JSON. */
function exportedPaperOf(
  { entry, item, publication, arxiv, pdf }: Reference,
  { absolute }: SiteContext,
): ExportedPaper {
  const { id, abstractText } = entry
  const ownFacts = Object.keys(facts).map((name) => [name, entry[name as keyof typeof facts]])
  return {
    id,
    key: item.id,
    url: absolute(paperPath(id)),
    ...(Object.fromEntries(ownFacts) as Pick<ExportedPaper, keyof typeof facts>),
    ...(entry.evidence && { evidence: [entry.evidence].flat() }),
    arxiv,
    pdf,
    publication,
    abstract: abstractText || undefined,
  }
}

/** The path of the published schema, below the base. */
export const schemaPath = '/schema/papers.json'

/** The schema of the JSON file of the list, a topic, a reading path or a tag: `papers.json`, `topics/<id>.json`. */
export const papersFile = z.strictObject({
  $schema: z.string().meta({ description: 'The address of the JSON Schema.' }),
  title: z.string().meta({ description: 'The title of this list of papers.' }),
  description: z.string().optional().meta({ description: 'What the papers are about.' }),
  url: z.string().meta({ description: 'The page that shows these papers.' }),
  language: z.string().meta({ description: 'The language of claims and names, as BCP 47.' }),
  updated: z
    .string()
    .optional()
    .meta({ description: 'The day on which the last of them was added.' }),
  count: z.number().int().meta({ description: 'How many papers the file holds.' }),
  papers: z.array(exportedPaper).meta({
    description:
      'The papers, as described by `#/$defs/paper`, the newest first or in the order of a reading path.',
  }),
})

/** The title, description and address of a list of papers. */
export interface PaperListHead {
  title: string
  description?: string
  /** The path of the page that shows these papers. */
  path: `/${string}`
}

/** The papers of the whole list, of a topic, a reading path or a tag. */
export interface PaperList extends PaperListHead {
  references: readonly Reference[]
  /** The notes on the steps of a reading path, by entry id; with notes, the papers are numbered. */
  notes?: ReadonlyMap<string, string>
  /** The introduction of its page, as Markdown. */
  introduction?: string | undefined
}

/** Writes papers as JSON that matches `papersFile`, in the given order, one paper on each line. */
export function jsonFile(
  { references, title, description, path }: PaperList,
  context: SiteContext,
): string {
  const head: Omit<z.infer<typeof papersFile>, 'papers'> = {
    $schema: context.absolute(schemaPath),
    title,
    description,
    url: context.absolute(path),
    language: context.site.language,
    updated: lastAdded(references),
    count: references.length,
  }
  const opened = JSON.stringify(head, null, 2).slice(0, -2)
  const records = references.map((reference) => JSON.stringify(exportedPaperOf(reference, context)))
  return `${opened},\n  "papers": [\n${records.join(',\n')}\n  ]\n}\n`
}

/** Writes one paper as JSON that matches `exportedPaper`. */
export function paperJson(reference: Reference, context: SiteContext): string {
  const record: ExportedPaper = {
    $schema: `${context.absolute(schemaPath)}#/$defs/paper`,
    ...exportedPaperOf(reference, context),
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

/** Returns the latest day on which one of the entries was added; undefined if there are none. */
export function lastAdded(references: readonly Reference[]): string | undefined {
  return latest(references.map(({ entry }) => entry.added))
}

/** Returns the JSON Schema (2020-12) of `papersFile` and `exportedPaper`. */
export function papersSchema({ site, absolute }: SiteContext): object {
  const schema = z.toJSONSchema(papersFile, {
    override({ jsonSchema }) {
      // Zod adds the limits of safe integers, which mean nothing to readers of the schema.
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
