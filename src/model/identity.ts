import { z } from 'zod'
import { titleKey } from './identifier.ts'

const record = z.object({
  /** The arXiv identifier, without version. */
  arxiv: z.string().nullish(),
  /** The publisher's DOI, bare. */
  doi: z.string().nullish(),
  title: z.string(),
  authors: z.array(z.string()),
  /** Other titles under which the same work has stood upstream. */
  alsoTitled: z.array(z.string()).default([]),
  /** The first public version. */
  published: z.string().nullish(),
})

/** What is recorded of one paper upstream: the truth that an entry's identifiers are held against. */
export type Identity = z.infer<typeof record>

/** The recorded papers, by each of the names under which they are asked for. */
export interface Identities {
  byArxiv: ReadonlyMap<string, Identity>
  /** Keys in lower case. */
  byDoi: ReadonlyMap<string, Identity>
  /** Keys by `titleKey`; earlier titles included. */
  byTitle: ReadonlyMap<string, Identity>
}

/** What `content/listing/bibliography.json` holds, and each `identity-<id>.json` beside it. */
export const identityRecords = z.array(record)

/** Makes the record of papers from such records. Throws when they have another shape. */
export function identitiesOf(data: unknown): Identities {
  const records = identityRecords.parse(data)
  const keyed = (keys: (identity: Identity) => (string | null | undefined)[]) =>
    new Map(
      records.flatMap((identity) =>
        keys(identity).flatMap((key): [string, Identity][] => (key ? [[key, identity]] : [])),
      ),
    )
  return {
    byArxiv: keyed(({ arxiv }) => [arxiv]),
    byDoi: keyed(({ doi }) => [doi?.toLowerCase()]),
    byTitle: keyed(({ title, alsoTitled }) => [title, ...alsoTitled].map(titleKey)),
  }
}

/** Whether an entry's title is one of those recorded, or the recorded one is among its other titles. */
export function matchesTitle(
  {
    title = '',
    alsoTitled = [],
  }: { title?: string | undefined; alsoTitled?: readonly string[] | undefined },
  recorded: Identity,
): boolean {
  return (
    [recorded.title, ...recorded.alsoTitled].map(titleKey).includes(titleKey(title)) ||
    alsoTitled.map(titleKey).includes(titleKey(recorded.title))
  )
}
