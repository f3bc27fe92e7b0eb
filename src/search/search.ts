import { markPaper } from './excerpt.ts'
import { countFacets, type Facet, narrow } from './filters.ts'
import { finderOf } from './find.ts'
import type { SearchIndex } from './pagefind.ts'
import { parseQuery } from './query.ts'
import type { SearchState } from './url-state.ts'

/** Files that are loaded only when they are needed. */
export interface LazyFiles {
  /** The stems of words that are never corrected. */
  commonWords(): Promise<ReadonlySet<string>>
  /** The ids of all papers, in the order of their places. */
  ids(): Promise<readonly string[]>
}

/** The search of an open index. */
export type Search = ReturnType<typeof searchOf>
/** The answer to a search. */
export type Answer = Awaited<ReturnType<Search['answer']>>
/** One result: the address of the paper's page, what is shown of the paper, and the marked matches. */
export type Hit = Awaited<ReturnType<Answer['load']>>[number]

/** Makes the search over an open index. */
export function searchOf(index: SearchIndex, late: LazyFiles) {
  const find = finderOf(index, late.commonWords)
  return {
    /** Answers a search state. Rejects when the index cannot be loaded. */
    async answer({ query, exact, chosen, order }: SearchState) {
      const { places: all, full, terms, ...found } = await find(parseQuery(query), exact)
      const kept = await narrow(all, chosen, index)
      const left = new Set(kept)
      const places =
        order === 'relevance' ? kept : (await index.order(order)).filter((place) => left.has(place))
      return {
        ...found,
        /** The places of the found papers, sorted. */
        places,
        /** How many of them match the whole query. */
        full: kept.filter((place) => full.has(place)).length,
        /** The counts of some facets' values. */
        counts: (of: readonly Facet[]) => countFacets(of, all, chosen, index),
        /** The ids of all found papers. */
        async ids() {
          const ids = await late.ids()
          return places.flatMap((place) => ids[place] ?? [])
        },
        /** Loads the results of ranks `from` to `to`, exclusive, counted from 0. */
        load: (from: number, to: number) =>
          Promise.all(
            places.slice(from, to).map(async (place) => {
              const { url, paper } = await index.load(place)
              return { url, paper, marked: markPaper(paper, terms) }
            }),
          ),
      }
    },
  }
}
