import { arxivIdOf, doiOf } from '../model/identifier.ts'
import { type Found, inCloseOrder } from './closely.ts'
import { meeting } from './demands.ts'
import { type Hit, hitMaker } from './hit.ts'
import type { IndexReader } from './index-reader.ts'
import { type FacetCounts, narrow } from './narrow.ts'
import { takeApart } from './operators.ts'
import { type Ranked, rank } from './rank.ts'
import type { SearchState } from './state.ts'
import { understand } from './understand.ts'
import type { Alternative } from './units.ts'

/** The answer to what a reader asks for. */
export interface Answer {
  /** How many papers were found. */
  total: number
  /** What each facet value would give. */
  counts: FacetCounts
  /** The query that was searched for instead, where words were taken for misspelt. */
  repaired?: string
  /** How well the papers answer: all that was asked, a part of it, or so little that they are only near. */
  fit: 'all' | 'part' | 'near'
  /** Loads the results from one rank up to another, which is not included; ranks begin with 0. */
  load(from: number, to: number): Promise<Hit[]>
}

/** A search engine whose index is open. */
export interface Engine {
  /** Answers a reader's state. Rejects when the index cannot be reached. */
  answer(state: SearchState): Promise<Answer>
}

/** Below this share of what is asked, papers are only near; a sentence has more words that need not be answered. */
const leastCoverage = { phrase: 0.4, sentence: 0.25 }
const longestPhrase = 4

/** Below this share of the best one's score an entry isn't worth showing, unless it has half of what is asked. */
const leastScore = 0.1
const leastShare = 0.5

/** Opens an engine over an index; `base` is the site's base path. Rejects when the index cannot be reached. */
export async function openEngine(reader: IndexReader, base: string): Promise<Engine> {
  const lexicon = await reader.lexicon()
  const everything = Array.from(
    { length: lexicon.entries },
    (_, place): Ranked => ({ place, score: 0, coverage: 1 }),
  )

  /** Reads a query; what words are spelt right is loaded only when some may not be. */
  const read = async (words: string, exact: boolean) => {
    const hasty = understand(words, lexicon, exact ? undefined : () => false)
    return hasty.repaired === undefined
      ? hasty
      : understand(words, lexicon, await reader.speltRight())
  }

  const find = async (query: string, exact: boolean): Promise<Found> => {
    const { words, demands } = takeApart(query)
    const understood = await read(words, exact)
    const identifier = (arxivIdOf(words) ?? doiOf(words))?.toLowerCase()
    const named = identifier === undefined ? undefined : await reader.identified(identifier)
    if (named !== undefined)
      return {
        ranked: [{ place: named, score: 1, coverage: 1 }],
        understood: { ...understood, words: [] },
      }
    const withPostings = async ({ places, weight }: Alternative) => ({
      weight,
      postings: await Promise.all(places.map(reader.postings)),
    })
    const [units, meanings] = await Promise.all([
      Promise.all(
        understood.units.map(async ({ at, alternatives }) => ({
          at,
          alternatives: await Promise.all(alternatives.map(withPostings)),
        })),
      ),
      Promise.all(
        understood.meanings.map(async ({ from, to, meaning }) => ({
          from,
          to,
          kind: lexicon.meanings[meaning]?.kind ?? 'concept',
          postings: await reader.postings(lexicon.terms.length + meaning),
        })),
      ),
    ])
    const ranked =
      understood.words.length > 0
        ? rank(units, meanings, lexicon.entries)
        : query.trim() && demands.length === 0
          ? []
          : everything
    const met = new Set(
      await meeting(
        demands,
        ranked.map(({ place }) => place),
        reader,
      ),
    )
    const least = leastScore * (ranked[0]?.score ?? 0)
    return {
      ranked: ranked.filter(
        ({ place, score, coverage }) =>
          met.has(place) && (score >= least || coverage >= leastShare),
      ),
      understood,
    }
  }

  const inOrder = async (
    places: readonly number[],
    found: Found,
    { query, order }: SearchState,
  ) => {
    if (order === 'newest') return places.toSorted((a, b) => a - b)
    if (order === 'relevance')
      return query.trim() ? inCloseOrder(places, found, query, reader, lexicon) : [...places]
    const ranks = await reader.titleRanks()
    return places.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
  }

  let last: { key: string; found: Promise<Found> } | undefined
  return {
    async answer(state) {
      const key = `${state.exact} ${state.query}`
      if (last?.key !== key) last = { key, found: find(state.query, state.exact) }
      const found = await last.found.catch((error) => {
        last = undefined
        throw error
      })
      const { ranked, understood } = found
      const membership = await reader.membership()
      const { places, counts } = narrow(
        ranked.map(({ place }) => place),
        state.chosen,
        membership,
      )
      const ordered = await inOrder(places, found, state)
      const hit = hitMaker(understood, lexicon, base)
      const best = Math.max(0, ...ranked.map(({ coverage }) => coverage))
      const least =
        understood.units.length > longestPhrase ? leastCoverage.sentence : leastCoverage.phrase
      return {
        total: ordered.length,
        counts,
        fit: best > 0.999 ? 'all' : best >= least ? 'part' : 'near',
        ...(understood.repaired !== undefined && { repaired: understood.repaired }),
        load: async (from, to) =>
          (await Promise.all(ordered.slice(from, to).map(reader.paper))).map(hit),
      }
    },
  }
}
