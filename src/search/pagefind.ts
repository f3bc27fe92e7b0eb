import { type Facet, filterValue } from './filters.ts'
import { ranking } from './index-names.ts'
import type { ShownPaper } from './shown.ts'
import type { WordList } from './word-list.ts'

/** A posting: one paper that has a token. */
export interface Match {
  /** The paper's place in the list, from 0. */
  place: number
  /** Pagefind's score: BM25 with the weights of the record. */
  score: number
  /** The positions of the token in the paper, counted in words. */
  positions: readonly number[]
}

/** Thrown when a part of the index is missing or unreadable. */
export class BrokenIndex extends Error {
  override name = 'BrokenIndex'
}

interface Result {
  id: string
  score: number
  words: number[]
  data(): Promise<{ url: string; filters: Record<string, string[]> }>
}

/** The part of Pagefind's browser API that is used. @see https://pagefind.app/docs/api/ */
export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  search(
    term: string | null,
    options?: { filters?: Record<string, string>; sort?: Record<string, string> },
  ): Promise<{ results: Result[]; totalFilters: Record<string, Record<string, number>> }>
  destroy(): Promise<void>
}

/** An open index. */
export type SearchIndex = Awaited<ReturnType<typeof openIndex>>

/**
 * Opens the index with Pagefind's own script and the word list. Answers are cached. Rejects
 * if a part of the index can't be loaded.
 */
export async function openIndex(
  pagefind: Pagefind,
  options: Record<string, unknown>,
  wordList: Promise<WordList>,
) {
  await pagefind.options({ ...options, ranking })
  const opened = pagefind.init()
  opened.catch(() => {})
  const list = await wordList
  const papers = list.titles.length
  // Pagefind can't open an empty index.
  if (papers > 0) await opened
  const search: Pagefind['search'] = async (...asked) =>
    papers > 0 ? pagefind.search(...asked) : { results: [], totalFilters: {} }

  const { results } = await search(null, { sort: { newest: 'asc' } })
  if (results.length !== papers)
    throw new BrokenIndex(`Unexpected ${results.length} papers in the index, expected ${papers}.`)
  const placeOf = new Map(results.map(({ id }, place) => [id, place]))
  const placesOf = (found: readonly Result[]) => found.flatMap(({ id }) => placeOf.get(id) ?? [])
  const filterValues = remembered(async () => {
    const { totalFilters } = await search(null, { filters: { facet: '' } })
    const values = Object.keys(totalFilters['facet'] ?? {})
    if (values.length === 0 && papers > 0)
      throw new BrokenIndex('Unexpected index without filters.')
    return values
  })
  const having = remembered(async (facet: string) => {
    const known = (await filterValues()).includes(facet)
    return new Set(known ? placesOf((await search(null, { filters: { facet } })).results) : [])
  })
  return {
    papers,
    list,
    /** The postings of a token. Rejects with `BrokenIndex` if there are none although the word list has the token (`known`). */
    ask: remembered(async (token: string, known: boolean) => {
      const found = await search(token)
      if (known && found.results.length === 0)
        throw new BrokenIndex(`Unexpected index without \`${token}\`, which the list of words has.`)
      return found.results.flatMap(({ id, score, words: positions }): Match[] => {
        const place = placeOf.get(id)
        return place === undefined ? [] : [{ place, score, positions }]
      })
    }),
    /** The values of a facet. */
    async values(facet: Facet): Promise<string[]> {
      const prefix = filterValue(facet, '')
      const values = (await filterValues()).filter((value) => value.startsWith(prefix))
      return values.map((value) => value.slice(prefix.length))
    },
    /** The places of the papers that have a value of a facet. */
    having: (facet: Facet, value: string) => having(filterValue(facet, value)),
    /** The places of all papers in one of Pagefind's sort orders. */
    order: remembered(async (order: 'newest' | 'title' | 'venue') =>
      placesOf((await search(null, { sort: { [order]: 'asc' } })).results),
    ),
    /** Loads the address of a paper's page and what a result shows of the paper. */
    load: remembered(async (place: number) => {
      const fragment = await results[place]?.data()
      const shown = fragment?.filters['shown']?.[0]
      if (!fragment || !shown) throw new BrokenIndex(`Unexpected index without paper ${place}.`)
      return { url: fragment.url, paper: JSON.parse(shown) as ShownPaper }
    }),
  }
}

/** Caches a function's promises by its first argument; those that reject are not cached. */
function remembered<A extends unknown[], T>(
  ask: (...of: A) => Promise<T>,
): (...of: A) => Promise<T> {
  const answers = new Map<unknown, Promise<T>>()
  return (...of) => {
    const answer = answers.get(of[0]) ?? ask(...of)
    answers.set(of[0], answer)
    answer.catch(() => answers.delete(of[0]))
    return answer
  }
}
