import { entries, once, shelves, tags } from '../../content/catalog.ts'
import type { Entry } from '../../content/entry.ts'
import { yearOf } from '../../model/partial-date.ts'
import { headingOf } from '../../search/url-state.ts'
import { tagPath, topicPath } from '../../site.ts'

/** Up to this many papers, a list is on one page. */
const maxOnOnePage = 300
/** A longer list has this many papers on each of its pages by year. */
const pageSize = 200

/** A page with a part of a long list: all papers of a year, or some of them. */
export interface ListPart {
  /** Its path below the base: `/papers/2024/2/`. */
  path: `/${string}/`
  /** `2024`, or `2024, page 2 of 3`. */
  name: string
  year: string
  entries: readonly Entry[]
  /** The number of its first paper among those of the year, from 1. */
  first: number
  /** How many papers the year has. */
  yearTotal: number
}

/** The heading of an entry in a list by date, which is its year. */
export function yearHeading({ title, published }: Entry): string {
  return headingOf('newest', { title, ...(published && { year: yearOf(published) }) })
}

/** Splits a list with the newest papers first into pages by year. Gives none if the list fits on one page. */
export function splitByYear(path: `/${string}/`, list: readonly Entry[]): ListPart[] {
  if (list.length <= maxOnOnePage) return []
  return [...Map.groupBy(list, yearHeading)].flatMap(([year, all]) => {
    const pages = Math.ceil(all.length / pageSize)
    return Array.from({ length: pages }, (_, at) => ({
      path: `${path}${year.toLowerCase()}${at > 0 ? `/${at + 1}` : ''}/` as const,
      name: pages > 1 ? `${year}, page ${at + 1} of ${pages}` : year,
      year,
      first: at * pageSize + 1,
      entries: all.slice(at * pageSize, (at + 1) * pageSize),
      yearTotal: all.length,
    }))
  })
}

/** All lists of the site that are split into parts, each with its path and the query that filters its papers. */
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
