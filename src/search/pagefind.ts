import type { Members } from './filters.ts'
import type { ShownPaper } from './shown.ts'
import type { WordList } from './word-list.ts'

/** One paper that has a token. */
export interface Match {
  /** The paper's place in the list, from 0. */
  place: number
  /** Pagefind's score: BM25 with the weights of the record. */
  score: number
  /** Where the token stands in the paper, counted in words. */
  positions: readonly number[]
}

/** The orders that Pagefind keeps beside relevance. */
export type SortName = 'newest' | 'title' | 'venue'

/** An open index. Every question is asked once and remembered. */
export interface SearchIndex {
  /** How many papers the list has. */
  papers: number
  list: WordList
  /** The papers that have a token; rejects with `BrokenIndex` when the index should have it and doesn't. */
  ask(token: string, known: boolean): Promise<readonly Match[]>
  /** Which papers have which facet values, of those values that are wanted by their `filterValue`. */
  members(wanted: (key: string) => boolean): Promise<Members>
  /** The places of all papers in an order. */
  order(sort: SortName): Promise<readonly number[]>
  /** Loads the address of a paper's page, and what is shown of the paper. */
  load(place: number): Promise<{ url: string; paper: ShownPaper }>
}

/** Thrown when a part of the index is missing or unreadable. */
export class BrokenIndex extends Error {
  override name = 'BrokenIndex'
}

interface Fragment {
  url: string
  filters: Record<string, string[]>
}

interface Result {
  id: string
  score: number
  words: number[]
  data(): Promise<Fragment>
}

/** What of Pagefind's browser API is used. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  search(
    term: string | null,
    options?: { filters?: Record<string, string>; sort?: Record<string, string> },
  ): Promise<{ results: Result[]; totalFilters: Record<string, Record<string, number>> }>
  destroy(): Promise<void>
}

/** What Pagefind is told about ranking: a token is found exactly, its weights are summed and saturated, and length is dealt with in the records. */
export const ranking = {
  termSimilarity: 4,
  pageLength: 0,
  termSaturation: 1.8,
  termFrequency: 1,
  diacriticSimilarity: 0,
  metaWeights: {},
}

/** Opens the index over Pagefind's own script, given the list of words. Rejects when a part of it can't be loaded. */
export async function openIndex(
  pagefind: Pagefind,
  options: Record<string, unknown>,
  wordList: Promise<WordList>,
): Promise<SearchIndex> {
  await pagefind.options({ ...options, ranking })
  const opened = pagefind.init()
  opened.catch(() => {})
  const list = await wordList
  if (list.titles.length === 0) return emptyIndex(list)
  await opened
  const { results } = await pagefind.search(null, { sort: { newest: 'asc' } })
  if (results.length !== list.titles.length)
    throw new BrokenIndex(
      `Unexpected ${results.length} papers in the index, expected ${list.titles.length}.`,
    )
  const places = new Map(results.map(({ id }, place) => [id, place]))
  const placesOf = (found: readonly Result[]) => found.flatMap(({ id }) => places.get(id) ?? [])

  const ask = async (token: string, known: boolean) => {
    const found = await pagefind.search(token)
    if (known && found.results.length === 0)
      throw new BrokenIndex(`Unexpected index without \`${token}\`, which the list of words has.`)
    return found.results.flatMap(({ id, score, words: positions }): Match[] => {
      const place = places.get(id)
      return place === undefined ? [] : [{ place, score, positions }]
    })
  }
  const values = remembered(async () => {
    const { totalFilters } = await pagefind.search(null, { filters: { facet: '' } })
    const all = Object.keys(totalFilters['facet'] ?? {})
    if (all.length === 0) throw new BrokenIndex('Unexpected index without filters.')
    return all
  })
  const having = remembered(
    async (facet: string) =>
      new Set(placesOf((await pagefind.search(null, { filters: { facet } })).results)),
  )
  return {
    papers: results.length,
    list,
    ask: remembered(ask),
    async members(wanted) {
      const keys = (await values()).filter(wanted)
      return new Map(await Promise.all(keys.map(async (key) => [key, await having(key)] as const)))
    },
    order: remembered(async (sort) =>
      placesOf((await pagefind.search(null, { sort: { [sort]: 'asc' } })).results),
    ),
    load: remembered(async (place) => {
      const fragment = await results[place]?.data()
      const shown = fragment?.filters['shown']?.[0]
      if (!fragment || !shown) throw new BrokenIndex(`Unexpected index without paper ${place}.`)
      return { url: fragment.url, paper: JSON.parse(shown) as ShownPaper }
    }),
  }
}

/** The index of a list without papers, which Pagefind would not open. */
function emptyIndex(list: WordList): SearchIndex {
  return {
    papers: 0,
    list,
    ask: async () => [],
    members: async () => new Map(),
    order: async () => [],
    load: async (place) => {
      throw new BrokenIndex(`Unexpected paper ${place}, expected none.`)
    },
  }
}

/** Asks a question once for each first argument; an answer that failed may be asked for again. */
function remembered<A extends unknown[], T>(
  ask: (...of: A) => Promise<T>,
): (...of: A) => Promise<T> {
  const answers = new Map<unknown, Promise<T>>()
  return (...of) => {
    const known = answers.get(of[0])
    if (known) return known
    const answer = ask(...of)
    answers.set(of[0], answer)
    answer.catch(() => answers.delete(of[0]))
    return answer
  }
}
