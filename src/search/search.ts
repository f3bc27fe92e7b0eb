import { type Marked, markPaper } from './excerpt.ts'
import {
  countFacets,
  type Facet,
  type FacetCounts,
  facets,
  filterValue,
  isOf,
  narrow,
} from './filters.ts'
import { type Found, finderOf } from './find.ts'
import type { SearchIndex } from './pagefind.ts'
import { parseQuery } from './query.ts'
import type { ShownPaper } from './shown.ts'
import type { SearchState } from './url-state.ts'

/** One result: the address of the paper's page, what is shown of it, and what of that matched. */
export interface Hit {
  url: string
  paper: ShownPaper
  marked: Marked
}

/** The answer to what a reader asks for. */
export interface Answer extends Pick<Found, 'near' | 'repaired' | 'absent'> {
  /** The places of the papers that were found, in their order. */
  places: readonly number[]
  /** How many of them have all that is asked. */
  full: number
  /** What each value of some facets would give. */
  counts(of: readonly Facet[]): Promise<FacetCounts>
  /** The ids of all papers that were found. */
  ids(): Promise<string[]>
  /** Loads the results from one rank up to another, which is not included; ranks begin with 0. */
  load(from: number, to: number): Promise<Hit[]>
}

/** Searches an open index. */
export interface Search {
  /** Answers a reader's state. Rejects when the index cannot be reached. */
  answer(state: SearchState): Promise<Answer>
}

/** What is loaded only when it is needed. */
export interface LateFiles {
  /** The stems of words that are spelt right whether the list has them or not. */
  commonWords(): Promise<ReadonlySet<string>>
  /** The ids of all papers, by their place. */
  ids(): Promise<readonly string[]>
}

/** Makes the search of an open index. */
export function searchOf(index: SearchIndex, late: LateFiles): Search {
  const find = finderOf(index, late.commonWords)
  let last: { key: string; found: Promise<Found> } | undefined
  return {
    async answer({ query, exact, chosen, order }) {
      const key = `${exact} ${query}`
      if (last?.key !== key) last = { key, found: find(parseQuery(query), exact) }
      const { ranked, full, lookedFor, ...found } = await last.found.catch((error: unknown) => {
        last = undefined
        throw error
      })
      const all = ranked.map(({ place }) => place)
      const isChosen = (key: string) =>
        facets.some((facet) => chosen[facet].some((value) => filterValue(facet, value) === key))
      const members = (of: readonly Facet[]) =>
        index.members((key) => isChosen(key) || of.some((facet) => isOf(key, facet)))
      const filtered = facets.some((facet) => chosen[facet].length > 0)
      const kept = filtered ? narrow(all, chosen, await members([])) : all
      const inOrder = order === 'relevance' ? kept : await index.order(order)
      const left = new Set(kept)
      const places = inOrder.filter((place) => left.has(place))
      return {
        ...found,
        places,
        full: kept.filter((place) => full.has(place)).length,
        counts: async (of) => countFacets(all, chosen, await members(of)),
        async ids() {
          const ids = await late.ids()
          return places.flatMap((place) => ids[place] ?? [])
        },
        load: (from, to) =>
          Promise.all(
            places.slice(from, to).map(async (place) => {
              const { url, paper } = await index.load(place)
              return { url, paper, marked: markPaper(paper, lookedFor) }
            }),
          ),
      }
    },
  }
}
