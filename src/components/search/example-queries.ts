import type { EntryFacts } from '../../model/entry.ts'

const mostFrequent = (items: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([item]) => item)
}

/**
 * Queries that show what can be asked for, each of which finds something: the list's three most frequent tags, the
 * author with the most papers, the venue's year with the most papers, and the newest paper's name for its own work.
 */
export function exampleQueries(
  entries: readonly (Omit<EntryFacts, 'authors'> & { authors?: string[] | undefined })[],
  tags: ReadonlyMap<string, string>,
): string[] {
  const tagNames = mostFrequent(entries.flatMap((entry) => entry.tags ?? []))
    .flatMap((id) => tags.get(id) ?? [])
    .slice(0, 3)
  const [author] = mostFrequent(entries.flatMap((entry) => entry.authors ?? []))
  const [venue] = mostFrequent(entries.flatMap((entry) => entry.venue ?? []))
  const named = entries.find(({ names }) => names?.[0])?.names?.[0]
  return [...tagNames, named, author, venue].filter((text) => text !== undefined)
}
