import { z } from 'zod'
import { titleKey } from './identifier.ts'

const record = z.object({
  /** The arXiv identifier, without version. */
  arxiv: z.string().nullish(),
  /** The publisher's DOI, bare. */
  doi: z.string().nullish(),
  title: z.string(),
  authors: z.array(z.string()),
  /** Other titles that the same work has had. */
  alsoTitled: z.array(z.string()).default([]),
  /** The first public version. */
  published: z.string().nullish(),
})

/** What arXiv or the publisher says about a paper. Entries are compared with it. */
export type Identity = z.infer<typeof record>

/** The recorded papers by arXiv id, DOI and title. */
export interface Identities {
  byArxiv: ReadonlyMap<string, Identity>
  /** Keys in lower case. */
  byDoi: ReadonlyMap<string, Identity>
  /** Keys by `titleKey`; earlier titles included. */
  byTitle: ReadonlyMap<string, Identity>
}

/** The schema of `content/listing/bibliography.json` and of each `identity-<id>.json` beside it. */
export const identityRecords = z.array(record)

/** Indexes such records. Throws if they do not match the schema. */
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

/** Whether an entry has a recorded title, or lists the recorded title among its other titles. */
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
