import { entries, once, tagsById } from '../../content/catalog.ts'
import type { Entry } from '../../content/entry.ts'
import { foldLetters } from '../../model/letters.ts'
import { yearOf } from '../../model/partial-date.ts'
import { venueSeries } from '../../model/venue.ts'

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Example queries, each of which has results on this list. */
export const exampleQueries = once(async () => {
  const all = await entries()
  const tags = await tagsById()
  /** The values of a fact of the entries, the most frequent first. */
  const byFrequency = (of: (entry: Entry) => string | readonly string[] | undefined) => {
    const counts = Map.groupBy(
      all.flatMap((entry) => of(entry) ?? []),
      (value) => value,
    )
    const sorted = [...counts].sort(
      ([a, { length: n }], [b, { length: m }]) => m - n || (a < b ? -1 : 1),
    )
    return sorted.map(([value]) => value)
  }
  const [author = ''] = byFrequency(({ authors }) => authors)
  const values = {
    author: author.split(' ').at(-1),
    title: byFrequency(({ title }) => words(title).filter(({ length }) => length > 5))[0],
    name: byFrequency(({ names }) => names?.filter((name) => words(name)[0] === name))[0],
    year: byFrequency(({ published }) => published && String(yearOf(published)))[0],
    venue: byFrequency(({ venue }) => venue && words(venueSeries(venue)).at(-1))[0],
    kind: byFrequency(({ kind }) => kind)[0],
  }
  return {
    /** The three most frequent tags, a name from the newest paper that has one, and the most frequent author and venue. */
    queries: [
      ...byFrequency(({ tags }) => tags)
        .slice(0, 3)
        .map((id) => tags.get(id)?.name),
      all.find(({ names }) => names?.[0])?.names?.[0],
      author,
      byFrequency(({ venue }) => venue)[0],
    ].flatMap((query) => query || []),
    /** An example of each search operator, by its name: `author:grover`. Operators that find no paper have none. */
    operators: new Map(
      Object.entries(values).flatMap(([name, value]) =>
        value ? [[name, `${name}:${foldLetters(value)}`]] : [],
      ),
    ),
  }
})
