import type { Match } from './pagefind.ts'
import type { WordList } from './word-list.ts'

/** One word of a query with the papers that have it in some spelling. */
export interface RankedWord {
  /** The word's place in the query. */
  at: number
  /** The papers that have it, each with its best score and with every position. */
  found: ReadonlyMap<number, { score: number; positions: readonly number[] }>
}

/** A phrase of the query that the vocabulary knows, with the score of each paper that says the same in some way. */
export interface RankedPhrase {
  from: number
  to: number
  found: ReadonlyMap<number, number>
}

/** The list whose papers are ranked. */
export interface RankedList extends Pick<WordList, 'near'> {
  papers: number
  /** Whether a paper meets the query's conditions, where it has some; whatever meets them is kept. */
  allowed: ((place: number) => boolean) | undefined
}

/** A paper and how well it answers. */
export interface Ranked {
  place: number
  score: number
  /** How much of what is asked the paper has, from 0 to 1; rare words count more. */
  coverage: number
  /** How much of what is asked stands together somewhere in the paper, from 0 to 1; 0 where it could not lift the paper. */
  together: number
}

/** How much a paper that has everything is put before one that has half. */
const completeness = 1
/** How much of a word counts as answered when the paper has only what it means. */
const phraseCoverage = 0.6
/** How much more a paper counts in which all words stand together as they were asked. */
const proximity = 1
/** A word that no paper has counts in what is asked as if so many had it. */
const unknownWord = 1
/** How many of the best are put in order by proximity and likeness, how many of them show what is looked for, and how much that counts. */
const reranked = 20
const models = 5
const likenessShare = 0.4
/** Below this share of the best one's score a paper isn't worth showing, unless it has half of what is asked. */
const leastScore = 0.1
const leastCoverage = 0.5
/** How many other words may stand among those of a query that count as standing together. */
const slack = 6

/** How much it tells that a word stands in so many of the papers (the inverse document frequency of BM25). */
function rarity(count: number, papers: number): number {
  return Math.log((papers + 1) / (count + 0.5))
}

/**
 * Gathers the matches of all spellings of a word: for each paper the best score and every position. Words that only stand for
 * it are together as rare as the papers that have any of them, or the rarest of them would come first.
 */
export function gather(
  spellings: readonly { weight: number; matches: readonly Match[] }[],
  papers: number,
): RankedWord['found'] {
  const others = spellings.filter(({ weight }) => weight < 1)
  const together = new Set(others.flatMap(({ matches }) => matches.map(({ place }) => place)))
  const found = new Map<number, { score: number; positions: number[] }>()
  for (const { weight, matches } of spellings) {
    const shared = rarity(together.size, papers) / rarity(matches.length, papers)
    const factor = weight < 1 ? weight * shared : weight
    for (const { place, score, positions } of matches) {
      const known = found.get(place)
      if (known) {
        known.score = Math.max(known.score, factor * score)
        known.positions.push(...positions)
      } else found.set(place, { score: factor * score, positions: [...positions] })
    }
  }
  return found
}

/**
 * Ranks papers, the best first. No word is required. Pagefind's scores are added, rare words counting more by themselves;
 * then a paper counts more that has more of the query, has its words together, and is like the best ones.
 */
export function rank(
  words: readonly RankedWord[],
  phrases: readonly RankedPhrase[],
  { papers, near, allowed }: RankedList,
): Ranked[] {
  const rare = words.map(({ found }) => rarity(Math.max(unknownWord, found.size), papers))
  const asked = rare.reduce((sum, one) => sum + one, 0) || 1
  const matched = new Set([...words, ...phrases].flatMap(({ found }) => [...found.keys()]))
  const places = [...matched].filter((place) => allowed?.(place) ?? true)
  const ranked = places.map((place): Ranked => {
    let score = 0
    let had = 0
    for (const [n, { at, found }] of words.entries()) {
      const match = found.get(place)
      const meant = phrases.some(({ from, to, found }) => from <= at && at < to && found.has(place))
      score += match?.score ?? 0
      had += (rare[n] ?? 0) * (match ? 1 : meant ? phraseCoverage : 0)
    }
    for (const { found } of phrases) score += found.get(place) ?? 0
    const coverage = had / asked
    return { place, score: score * (1 + completeness * coverage), coverage, together: 0 }
  })
  ranked.sort(byScore)
  const best = ranked[0]?.score ?? 0
  // Only where standing together could lift a paper among the first is it looked at.
  const hope = (ranked[reranked - 1]?.score ?? 0) / (1 + proximity)
  const kept = ranked.filter(
    ({ score, coverage }) => allowed || score >= leastScore * best || coverage >= leastCoverage,
  )
  for (const one of kept) {
    if (one.score < hope) continue
    one.together = togetherIn(words, rare, one.place) / asked
    one.score *= 1 + proximity * one.together
  }
  kept.sort(byScore)
  return [...likeTheBest(kept.slice(0, reranked), near), ...kept.slice(reranked)]
}

const byScore = (a: Ranked, b: Ranked) => b.score - a.score || a.place - b.place

/** How much of the query stands together somewhere in a paper, in rarity: the more the closer to the query's own distances. */
function togetherIn(words: readonly RankedWord[], rare: readonly number[], place: number): number {
  if (words.length < 2) return 0
  const marks = words.flatMap(({ at, found }, n) =>
    [...new Set(found.get(place)?.positions)].map((position) => ({
      position,
      at,
      rare: rare[n] ?? 0,
    })),
  )
  marks.sort((a, b) => a.position - b.position || a.at - b.at)
  let best = 0
  for (const [first, { position: start }] of marks.entries()) {
    const seen = new Set<number>()
    let [sum, low, high] = [0, Number.POSITIVE_INFINITY, 0]
    for (let next = first; next < marks.length; next++) {
      const { position, at, rare } = marks[next] ?? {
        position: Number.POSITIVE_INFINITY,
        at: 0,
        rare: 0,
      }
      if (position - start >= words.length + slack) break
      if (seen.has(at)) continue
      seen.add(at)
      sum += rare
      low = Math.min(low, at)
      high = Math.max(high, at)
      if (seen.size < 2) continue
      const asked = Math.max(seen.size, high - low + 1)
      best = Math.max(best, sum * Math.min(1, asked / (position - start + 1)))
    }
  }
  return best
}

/** Puts papers in order once more: what is like the best few counts more. */
function likeTheBest(head: readonly Ranked[], near: WordList['near']): Ranked[] {
  const best = head[0]?.score || 1
  const likeness = new Map<number, number>()
  const add = (place: number, share: number) =>
    likeness.set(place, (likeness.get(place) ?? 0) + share)
  for (const { place, score } of head.slice(0, models)) {
    add(place, score / best)
    for (const [other, share] of near[place] ?? []) add(other, (share * score) / best)
  }
  const most = Math.max(Number.MIN_VALUE, ...likeness.values())
  return head
    .map((one) => ({
      ...one,
      score: one.score / best + (likenessShare * (likeness.get(one.place) ?? 0)) / most,
    }))
    .sort(byScore)
}
