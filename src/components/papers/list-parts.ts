import { entries, once, shelves, tags } from '../../content/catalog.ts'
import type { Entry } from '../../content/entry.ts'
import { yearOf } from '../../model/partial-date.ts'
import { headingOf } from '../../search/url-state.ts'
import { tagPath, topicPath } from '../../site.ts'

/** The most papers on one page of a whole list, and on each page by year of a longer list. */
const most = { whole: 300, page: 200 }

/** A page with a part of a long list: the papers of a year, or some of them. */
export interface ListPart {
  /** Its path below the site's base: `/papers/2024/2/`. */
  path: `/${string}/`
  /** `2024`, or `2024, page 2 of 3`. */
  name: string
  year: string
  entries: readonly Entry[]
  /** The number of its first paper within the year, from 1. */
  from: number
  /** How many papers the whole year has. */
  ofYear: number
}

/** An entry's heading in a list by date: its year. */
export function yearHeading({ title, published }: Entry): string {
  return headingOf('newest', { title, ...(published && { year: yearOf(published) }) })
}

/** The parts of a list at a path, newest papers first; empty if one page holds the whole list. */
export function splitByYear(path: `/${string}/`, list: readonly Entry[]): ListPart[] {
  if (list.length <= most.whole) return []
  return [...Map.groupBy(list, yearHeading)].flatMap(([year, all]) => {
    const pages = Math.ceil(all.length / most.page)
    return Array.from({ length: pages }, (_, at) => ({
      path: `${path}${year.toLowerCase()}${at > 0 ? `/${at + 1}` : ''}/` as const,
      name: pages > 1 ? `${year}, page ${at + 1} of ${pages}` : year,
      year,
      from: at * most.page + 1,
      entries: all.slice(at * most.page, (at + 1) * most.page),
      ofYear: all.length,
    }))
  })
}

/** All long lists of the site with their parts, name, path, and the query that finds their papers. */
export const longLists = once(async () => {
  const lists = [
    { name: 'All papers', path: '/papers/' as const, query: '', entries: await entries() },
    ...(await shelves()).map((one) => ({
      ...one,
      path: topicPath(one.id),
      query: `?topic=${one.id}`,
    })),
    ...(await tags()).map((one) => ({ ...one, path: tagPath(one.id), query: `?tag=${one.id}` })),
  ]
  return lists.flatMap(({ name, path, query, entries }) => {
    const parts = splitByYear(path, entries)
    return parts.length > 0 ? [{ name, path, query, count: entries.length, parts }] : []
  })
})
