import { entries, once, tagsById } from '../../content/catalog.ts'
import type { Entry } from '../../content/entry.ts'
import { foldLetters } from '../../model/letters.ts'
import { yearOf } from '../../model/partial-date.ts'
import { venueSeries } from '../../model/venue.ts'

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** Example queries of this list, each of which finds something. */
export const exampleQueries = once(async () => {
  const all = await entries()
  const tags = await tagsById()
  /** The values that the entries have, most frequent first. */
  const most = (of: (entry: Entry) => string | readonly string[] | undefined) => {
    const counts = Map.groupBy(
      all.flatMap((entry) => of(entry) ?? []),
      (value) => value,
    )
    const sorted = [...counts].sort(
      ([a, { length: n }], [b, { length: m }]) => m - n || (a < b ? -1 : 1),
    )
    return sorted.map(([value]) => value)
  }
  const [author = ''] = most(({ authors }) => authors)
  const conditions = {
    author: author.split(' ').at(-1),
    title: most(({ title }) => words(title).filter(({ length }) => length > 5))[0],
    name: most(({ names }) => names?.filter((name) => words(name)[0] === name))[0],
    year: most(({ published }) => published && String(yearOf(published)))[0],
    venue: most(({ venue }) => venue && words(venueSeries(venue)).at(-1))[0],
    kind: most(({ kind }) => kind)[0],
  }
  return {
    /** The three most frequent tags, the newest paper’s name for its work, the most frequent author and venue. */
    queries: [
      ...most(({ tags }) => tags)
        .slice(0, 3)
        .map((id) => tags.get(id)?.name),
      all.find(({ names }) => names?.[0])?.names?.[0],
      author,
      most(({ venue }) => venue)[0],
    ].flatMap((query) => query || []),
    /** Conditions by their names: `author:grover`. One that no paper meets has no example. */
    conditions: new Map(
      Object.entries(conditions).flatMap(([name, value]) =>
        value ? [[name, `${name}:${foldLetters(value)}`]] : [],
      ),
    ),
  }
})
