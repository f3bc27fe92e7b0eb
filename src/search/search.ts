import { markPaper } from './excerpt.ts'
import {
  byFacet,
  chosenFacets,
  countFacets,
  type Facet,
  type FacetPostings,
  narrow,
} from './filters.ts'
import { finderOf } from './find.ts'
import type { SearchIndex } from './pagefind.ts'
import { parseQuery } from './query.ts'
import type { Repair } from './spelling.ts'
import type { SearchState } from './url-state.ts'

/** What is loaded only when it is needed. */
export interface LazyFiles {
  /** What misspelt words are corrected with. */
  repair(): Promise<Repair>
  /** The ids of all papers, by their place. */
  ids(): Promise<readonly string[]>
}

/** The search of an open index. */
export type Search = ReturnType<typeof searchOf>
/** The answer to what a reader asks for. */
export type Answer = Awaited<ReturnType<Search['answer']>>
/** One result: the address of the paper's page, what is shown of it, and what of that matched. */
export type Hit = Awaited<ReturnType<Answer['load']>>[number]

/** Makes the search of an open index. */
export function searchOf(index: SearchIndex, late: LazyFiles) {
  const find = finderOf(index, late.repair)
  return {
    /** Answers a reader's state. Rejects when the index cannot be reached. */
    async answer({ query, exact, chosen, order }: SearchState) {
      const { places: all, full, terms, ...found } = await find(parseQuery(query), exact)
      /** Which papers have the chosen values, and all values of some facets. */
      const members = async (of: readonly Facet[]) => {
        const known = byFacet((): FacetPostings => new Map())
        const load = async (facet: Facet) => {
          const wanted = (value: string) => of.includes(facet) || chosen[facet].includes(value)
          known[facet] = await index.members(facet, wanted)
        }
        await Promise.all([...new Set([...of, ...chosenFacets(chosen)])].map(load))
        return known
      }
      const kept = narrow(all, chosen, await members([]))
      const left = new Set(kept)
      const places =
        order === 'relevance' ? kept : (await index.order(order)).filter((place) => left.has(place))
      return {
        ...found,
        /** The places of the papers that were found, in their order. */
        places,
        /** How many of them have all that is asked. */
        full: kept.filter((place) => full.has(place)).length,
        /** What each value of some facets would give. */
        counts: async (of: readonly Facet[]) => countFacets(of, all, chosen, await members(of)),
        /** The ids of all papers that were found. */
        async ids() {
          const ids = await late.ids()
          return places.flatMap((place) => ids[place] ?? [])
        },
        /** Loads the results from one rank up to another, which is not included; ranks begin with 0. */
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
