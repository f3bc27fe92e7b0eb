import type { EntryFacts } from '../../model/entry.ts'
import { foldLetters } from '../../model/letters.ts'
import { yearOf } from '../../model/partial-date.ts'
import { venueSeries } from '../../model/venue.ts'

type Listed = Omit<EntryFacts, 'authors'> & { authors?: string[] | undefined }

const mostFrequent = (items: readonly string[]) => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([item]) => item)
}

/**
 * Example queries, each of which finds something: the list's three most frequent tags, the
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

/**
 * Example conditions by name, each of which finds something: `author:grover`. If the list has no paper with
 * a condition, it has no example.
 */
export function exampleConditions(entries: readonly Listed[]): ReadonlyMap<string, string> {
  const most = (items: (entry: Listed) => readonly string[] | undefined) =>
    mostFrequent(entries.flatMap((entry) => items(entry) ?? []))[0]
  const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const values = {
    author: most(({ authors }) => authors)
      ?.split(' ')
      .at(-1),
    title: most(({ title }) => words(title).filter(({ length }) => length > 5)),
    name: most(({ names }) => names?.filter((name) => words(name).join('') === name)),
    year: most(({ published }) => (published ? [String(yearOf(published))] : [])),
    venue: most(({ venue }) => words(venueSeries(venue ?? '')).slice(-1)),
    kind: most(({ kind }) => kind),
  }
  return new Map(
    Object.entries(values).flatMap(([name, value]) =>
      value ? [[name, `${name}:${foldLetters(value)}`]] : [],
    ),
  )
}
