import type { EntryFacts } from '../../model/entry.ts'
import { foldLetters } from '../../model/letters.ts'
import { yearOf } from '../../model/partial-date.ts'

type Listed = Omit<EntryFacts, 'authors'> & { authors?: string[] | undefined }

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
  entries: readonly Listed[],
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

/** Conditions that a query may hold, each of which finds something: the author with the most papers, and the newest year. */
export function operatorExamples(entries: readonly Listed[]): string[] {
  const [author] = mostFrequent(entries.flatMap(({ authors }) => authors ?? []))
  const family = author?.split(' ').at(-1)
  const years = entries.flatMap(({ published }) => (published ? [yearOf(published)] : []))
  return [
    ...(family ? [`author:${foldLetters(family)}`] : []),
    ...(years.length > 0 ? [`year:${Math.max(...years)}`] : []),
  ]
}
