import type { Match } from './pagefind.ts'
import type { Span } from './spelling.ts'
import type { WordList } from './word-list.ts'

/** A word or phrase of a query by its place, with the papers that have it in any spelling: the best score of each, and all positions. */
export interface RankedTerm extends Span {
  found: ReadonlyMap<number, { score: number; positions: readonly number[] }>
}

/** A paper with its score. */
export interface Ranked {
  place: number
  score: number
  /** The share of the query that the paper has, from 0 to 1; rare words count more. */
  coverage: number
  /** The share of the query whose words are close together somewhere in the paper, from 0 to 1; 0 if it wasn't computed. */
  proximity: number
}

/** The coverage of a word when the paper only has a synonym. */
const phraseCoverage = 0.6
/** How many of the best papers are reranked, and how many of these serve as pseudo-relevance feedback. */
const reranked = 20
const feedbackPapers = 5
/** A paper below this share of the best score is dropped, unless its coverage is high enough. */
const leastScore = 0.1
const leastCoverage = 0.5
/** How many other words may stand between words of a query that count as close together. */
const slack = 6

/** The inverse document frequency of BM25 for a word that is in `count` of the papers; 0 counts as 1. */
function inverseDocumentFrequency(count: number, papers: number): number {
  return Math.log((papers + 1) / (Math.max(1, count) + 0.5))
}

/**
 * Merges the postings of all spellings of a word. Its variants share one document frequency, that of all papers that have
 * any of them; otherwise the rarest variant would win.
 */
export function mergeSpellings(
  spellings: readonly { weight: number; matches: readonly Match[] }[],
  papers: number,
): RankedTerm['found'] {
  const others = spellings.filter(({ weight }) => weight < 1)
  const together = new Set(others.flatMap(({ matches }) => matches.map(({ place }) => place)))
  const found = new Map<number, { score: number; positions: number[] }>()
  for (const { weight, matches } of spellings) {
    const shared =
      inverseDocumentFrequency(together.size, papers) /
      inverseDocumentFrequency(matches.length, papers)
    const factor = weight < 1 ? weight * shared : 1
    for (const { place, score, positions } of matches) {
      const known = found.get(place) ?? { score: 0, positions: [] }
      known.score = Math.max(known.score, factor * score)
      known.positions.push(...positions)
      found.set(place, known)
    }
  }
  return found
}

/**
 * Ranks the papers of a list, best first. No word is required. Pagefind's scores, which already favour rare words, are
 * added; coverage, proximity and similarity to the best papers then raise a paper. If
 * a query has conditions, exactly the papers that meet them and match a word are kept.
 */
export function rank(
  words: readonly RankedTerm[],
  phrases: readonly RankedTerm[],
  papers: number,
  near: WordList['similar'],
  allowed?: (place: number) => boolean,
): Ranked[] {
  const rare = words.map((word) => ({
    ...word,
    idf: inverseDocumentFrequency(word.found.size, papers),
  }))
  const asked = rare.reduce((sum, { idf }) => sum + idf, 0) || 1
  const matched = new Set([...words, ...phrases].flatMap(({ found }) => [...found.keys()]))
  const ranked = [...matched]
    .filter((place) => allowed?.(place) ?? true)
    .map((place): Ranked => {
      const meant = phrases.filter(({ found }) => found.has(place))
      const score = [...words, ...phrases].reduce(
        (sum, { found }) => sum + (found.get(place)?.score ?? 0),
        0,
      )
      const had = rare.map(({ from, found, idf }) => {
        const synonym = meant.some((phrase) => phrase.from <= from && from < phrase.to)
        return idf * (found.has(place) ? 1 : synonym ? phraseCoverage : 0)
      })
      const coverage = had.reduce((sum, one) => sum + one, 0) / asked
      return { place, score: score * (1 + coverage), coverage, proximity: 0 }
    })
    .sort(byScore)
  const best = ranked[0]?.score ?? 0
  // Proximity is computed only if it could lift the paper among those to be reranked.
  const leastLiftable = (ranked[reranked - 1]?.score ?? 0) / 2
  const kept = ranked.filter(
    ({ score, coverage }) => allowed || score >= leastScore * best || coverage >= leastCoverage,
  )
  for (const one of kept) {
    if (one.score < leastLiftable) break
    one.proximity = proximityIn(rare, one.place) / asked
    one.score *= 1 + one.proximity
  }
  kept.sort(byScore)
  return [...rerankBySimilarity(kept.slice(0, reranked), near), ...kept.slice(reranked)]
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.place - b.place

/** The best proximity of the query's words in a paper: their summed idf, reduced if they are further apart than in the query. */
function proximityIn(words: readonly (RankedTerm & { idf: number })[], place: number): number {
  const marks = words
    .flatMap(({ from, idf, found }) =>
      [...new Set(found.get(place)?.positions)].map((position) => ({ position, from, idf })),
    )
    .sort((a, b) => a.position - b.position || a.from - b.from)
  let best = 0
  for (const [first, start] of marks.entries()) {
    const seen = new Set<number>()
    let sum = 0
    for (const { position, from, idf } of marks.slice(first)) {
      const span = position - start.position + 1
      if (span > words.length + slack) break
      if (seen.has(from)) continue
      seen.add(from)
      sum += idf
      const asked = Math.max(...seen) - Math.min(...seen) + 1
      if (seen.size > 1) best = Math.max(best, sum * Math.min(1, asked / span))
    }
  }
  return best
}

/** Reranks papers by their similarity to the best few (pseudo-relevance feedback). */
function rerankBySimilarity(head: readonly Ranked[], near: WordList['similar']): Ranked[] {
  const best = head[0]?.score || 1
  const likeness = new Map<number, number>()
  for (const { place, score } of head.slice(0, feedbackPapers))
    for (const [other, share] of [[place, 1] as const, ...(near[place] ?? [])])
      likeness.set(other, (likeness.get(other) ?? 0) + (share * score) / best)
  const most = Math.max(Number.MIN_VALUE, ...likeness.values())
  return head
    .map((one) => ({
      ...one,
      score: one.score / best + (likeness.get(one.place) ?? 0) / most,
    }))
    .sort(byScore)
}
