import { z } from 'zod'
import { type PaperRecord, paperFields, paperRecord, recordOf } from './paper-record.ts'
import { type Pieces, piecesOf } from './pieces.ts'
import type { Reference } from './reference.ts'
import type { Source } from './source.ts'

/** The path of the published schema, below the base. */
export const schemaPath = '/schema/papers.json'

/** A part of the list as one file: `papers.json`, `topics/<id>.json`, `tags/<id>.json`. */
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
    .array(paperRecord)
    .meta({ description: 'The papers, the newest first, each as `#/$defs/paper` says.' }),
})

/** What a file of papers says of itself. */
export interface PapersHead {
  title: string
  description?: string
  /** The path of the page that shows these papers. */
  path: `/${string}`
}

/** One paper of a file of papers, on one line. */
export function recordLine(reference: Reference, source: Source): string {
  return JSON.stringify(recordOf(reference, source))
}

/**
 * Papers as JSON, in the order given, each on a line of its own; `papersFile` is the shape. Each is written by `record`.
 */
export function jsonFile(
  references: readonly Reference[],
  { title, description, path }: PapersHead,
  source: Source,
  record = (reference: Reference) => recordLine(reference, source),
): Pieces {
  const head: Omit<z.infer<typeof papersFile>, 'papers'> = {
    $schema: source.absolute(schemaPath),
    title,
    ...(description && { description }),
    url: source.absolute(path),
    language: source.site.language,
    ...(references.length > 0 && { updated: lastAdded(references) }),
    count: references.length,
  }
  const opened = JSON.stringify(head, null, 2).slice(0, -2)
  return piecesOf(references, record, {
    opening: `${opened},\n  "papers": [\n`,
    between: ',\n',
    closing: '\n  ]\n}\n',
  })
}

/** One paper as JSON; `paperRecord` is its shape. */
export function paperJson(reference: Reference, source: Source): string {
  const record: PaperRecord = {
    $schema: `${source.absolute(schemaPath)}#/$defs/paper`,
    ...recordOf(reference, source),
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

/** The latest day on which one of the entries joined the list. */
export function lastAdded(references: readonly Reference[]): string {
  return (
    references
      .map(({ entry }) => entry.added)
      .sort()
      .at(-1) ?? ''
  )
}

/** Zod gives every whole number the limits of a double, which tell a reader nothing. */
function withoutLimits({ jsonSchema }: { jsonSchema: { minimum?: number; maximum?: number } }) {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

/** JSON Schema (2020-12) of both shapes, for `schemaPath`. Dates keep their precision as patterns. */
export function papersSchema({ site, absolute }: Source): object {
  const schema = z.toJSONSchema(papersFile, { override: withoutLimits })
  const paper = z.toJSONSchema(paperRecord, { override: withoutLimits })
  delete paper.$schema
  for (const [name, description] of Object.entries(paperFields)) {
    const field = paper.properties?.[name]
    if (typeof field === 'object') field.description = description
  }
  const { published, added } = paper.properties ?? {}
  if (typeof published === 'object') published.pattern = String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`
  if (typeof added === 'object') added.pattern = String.raw`^\d{4}-\d{2}-\d{2}$`
  const { papers } = schema.properties ?? {}
  if (typeof papers === 'object') papers.items = { $ref: '#/$defs/paper' }
  return {
    ...schema,
    $id: absolute(schemaPath),
    title: `Papers of the ${site.title}`,
    $defs: { paper: { title: 'One paper', ...paper } },
  }
}
