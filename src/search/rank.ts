import type { Match } from './pagefind.ts'
import type { WordList } from './word-list.ts'

/** The word at a place of a query, with the papers that have it in some spelling: the best score of each, and every position. */
export interface RankedWord {
  at: number
  found: ReadonlyMap<number, { score: number; positions: readonly number[] }>
}

/** A phrase of the query that the vocabulary knows, with the score of each paper that says the same in some way. */
export interface RankedPhrase {
  from: number
  to: number
  found: ReadonlyMap<number, number>
}

/** A paper and how well it answers. */
export interface Ranked {
  place: number
  score: number
  /** How much of what is asked the paper has, from 0 to 1; rare words count more. */
  coverage: number
  /** How much of what is asked stands together somewhere in the paper, from 0 to 1; 0 where it could not lift the paper. */
  proximity: number
}

/** How much a paper that has everything is put before one that has half. */
const coverageBoost = 1
/** How much of a word counts as answered when the paper has only what it means. */
const phraseCoverage = 0.6
/** How much more a paper counts in which all words stand together as they were asked. */
const proximityBoost = 1
/** How many of the best are put in order by proximity and likeness, how many of them show what is looked for, and how much that counts. */
const reranked = 20
const feedbackPapers = 5
const similarityShare = 0.4
/** Below this share of the best one's score a paper isn't worth showing, unless it has half of what is asked. */
const leastScore = 0.1
const leastCoverage = 0.5
/** How many other words may stand among those of a query that count as standing together. */
const slack = 6

/** How much it tells that a word stands in so many of the papers (the inverse document frequency of BM25); one that no paper has is as rare as can be. */
function inverseDocumentFrequency(count: number, papers: number): number {
  return Math.log((papers + 1) / (Math.max(1, count) + 0.5))
}

/**
 * Gathers the matches of all spellings of a word. Words that only stand for it are together as rare as the papers that have
 * any of them, or the rarest of them would come first.
 */
export function mergeSpellings(
  spellings: readonly { weight: number; matches: readonly Match[] }[],
  papers: number,
): RankedWord['found'] {
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
 * Ranks the papers of a list, the best first. No word is required. Pagefind's scores are added, rare words counting more by
 * themselves; then a paper counts more that has more of the query, has its words together, and is like the best ones. Where
 * a query has conditions, only the papers that they allow are kept, and all of those.
 */
export function rank(
  words: readonly RankedWord[],
  phrases: readonly RankedPhrase[],
  papers: number,
  near: WordList['similar'],
  allowed?: (place: number) => boolean,
): Ranked[] {
  const rare = new Map(
    words.map(({ at, found }) => [at, inverseDocumentFrequency(found.size, papers)]),
  )
  const asked = [...rare.values()].reduce((sum, one) => sum + one, 0) || 1
  const matched = new Set([...words, ...phrases].flatMap(({ found }) => [...found.keys()]))
  const ranked = [...matched]
    .filter((place) => allowed?.(place) ?? true)
    .map((place): Ranked => {
      let score = 0
      let had = 0
      for (const { found } of phrases) score += found.get(place) ?? 0
      for (const { at, found } of words) {
        const meant = phrases.some(
          ({ from, to, found }) => from <= at && at < to && found.has(place),
        )
        score += found.get(place)?.score ?? 0
        had += (rare.get(at) ?? 0) * (found.has(place) ? 1 : meant ? phraseCoverage : 0)
      }
      const coverage = had / asked
      return { place, score: score * (1 + coverageBoost * coverage), coverage, proximity: 0 }
    })
    .sort(byScore)
  const best = ranked[0]?.score ?? 0
  // Only where standing together could lift a paper among the first is it looked at.
  const leastLiftable = (ranked[reranked - 1]?.score ?? 0) / (1 + proximityBoost)
  const kept = ranked.filter(
    ({ score, coverage }) => allowed || score >= leastScore * best || coverage >= leastCoverage,
  )
  for (const one of kept) {
    if (one.score < leastLiftable) break
    one.proximity = proximityIn(words, rare, one.place) / asked
    one.score *= 1 + proximityBoost * one.proximity
  }
  kept.sort(byScore)
  return [...rerankBySimilarity(kept.slice(0, reranked), near), ...kept.slice(reranked)]
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.place - b.place

/** How much of the query stands together somewhere in a paper, in rarity: the more the closer to the query's own distances. */
function proximityIn(
  words: readonly RankedWord[],
  rare: ReadonlyMap<number, number>,
  place: number,
): number {
  const marks = words.flatMap(({ at, found }) =>
    [...new Set(found.get(place)?.positions)].map((position) => ({ position, at })),
  )
  marks.sort((a, b) => a.position - b.position || a.at - b.at)
  let best = 0
  for (const [first, start] of marks.entries()) {
    const seen = new Set<number>()
    let sum = 0
    for (const { position, at } of marks.slice(first)) {
      const span = position - start.position + 1
      if (span > words.length + slack) break
      if (seen.has(at)) continue
      seen.add(at)
      sum += rare.get(at) ?? 0
      const asked = Math.max(...seen) - Math.min(...seen) + 1
      if (seen.size > 1) best = Math.max(best, sum * Math.min(1, asked / span))
    }
  }
  return best
}

/** Puts papers in order once more: what is like the best few counts more. */
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
      score: one.score / best + (similarityShare * (likeness.get(one.place) ?? 0)) / most,
    }))
    .sort(byScore)
}
