import { inverseDocumentFrequency, type Neighbour } from './nearest.ts'

/** A bag of words: the terms of a text or paper, each with its count. */
export type Bag = ReadonlyMap<string, number>

/** The terms of a bag with their weights, as a unit vector. */
export type Weights = ReadonlyMap<string, number>

/** Finds the nearest neighbours of some weights by a number of their heaviest terms. */
export type Nearest = (weights: Weights, most?: number, terms?: number) => Neighbour[]

/** A collection of bags to compare. */
export interface Collection {
  /** The weights of each bag. */
  weights: readonly Weights[]
  /** Weighs another bag by the document frequencies of this collection. Unknown terms are left out. */
  weigh(bag: Bag): Weights
  /** The nearest bags by the heaviest terms of the given weights, best first; among equals, the first in the collection. */
  nearest: Nearest
}

/** Only the heaviest terms are compared; the others hardly change the result. */
const mostTerms = 40

/** The bag of lists of terms; each list counts as often as its number says. */
export function bagOf(parts: readonly (readonly [terms: readonly string[], times: number])[]): Bag {
  return sum(parts.map(([terms, times]) => [terms.map((term) => [term, 1] as const), times]))
}

/** Weighs bags by TF-IDF, with the logarithm of the term frequency. */
export function collectionOf(bags: readonly Bag[]): Collection {
  const having = new Map<string, number>()
  for (const bag of bags)
    for (const term of bag.keys()) having.set(term, (having.get(term) ?? 0) + 1)
  const weigh = (bag: Bag) =>
    unit(
      [...bag].flatMap(([term, count]) => {
        const bagsHaving = having.get(term)
        return bagsHaving
          ? [[term, (1 + Math.log(count)) * inverseDocumentFrequency(bagsHaving, bags.length)]]
          : []
      }),
    )
  const weights = bags.map(weigh)
  return { weights, weigh, nearest: nearestAmong(weights) }
}

/** Makes `nearest` of a collection for given weights. */
export function nearestAmong(weights: readonly Weights[]): Nearest {
  let postings: ReturnType<typeof postingsOf> | undefined
  return (asked, most = Number.POSITIVE_INFINITY, terms = mostTerms) => {
    postings ??= postingsOf(weights)
    const likeness = new Float64Array(weights.length)
    const heaviest = [...asked].sort((a, b) => b[1] - a[1]).slice(0, terms)
    for (const [term, weight] of heaviest) {
      const { places, others } = postings.get(term) ?? none
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0
        likeness[place] = (likeness[place] ?? 0) + weight * (others[at] ?? 0)
      }
    }
    const best: Neighbour[] = []
    for (let place = 0; place < likeness.length; place++) {
      const like = likeness[place] ?? 0
      if (like <= (best[most - 1]?.[1] ?? 0)) continue
      best.splice(best.findLastIndex((near) => near[1] >= like) + 1, 0, [place, like])
      if (best.length > most) best.pop()
    }
    return best
  }
}

const none = { places: new Uint32Array(), others: new Float64Array() }

/** The postings of each term: the indexes of the texts that have it, and its weights there. Typed arrays are twice as fast. */
function postingsOf(weights: readonly Weights[]): Map<string, typeof none> {
  const postings = new Map<string, { places: number[]; others: number[] }>()
  for (const [place, own] of weights.entries())
    for (const [term, weight] of own) {
      const having = postings.get(term)
      having?.places.push(place)
      having?.others.push(weight)
      if (!having) postings.set(term, { places: [place], others: [weight] })
    }
  return new Map(
    [...postings].map(([term, { places, others }]) => [
      term,
      { places: Uint32Array.from(places), others: Float64Array.from(others) },
    ]),
  )
}

/** The nearest neighbours of each bag, best first, at most `most`, without itself. */
export function nearestPapers(bags: readonly Bag[], most: number): Neighbour[][] {
  const { weights, nearest } = collectionOf(bags)
  return weights.map((own, place) =>
    nearest(own, most + 1)
      .filter(([other]) => other !== place)
      .slice(0, most),
  )
}

/** The weighted sum of vectors, normalised to length 1. */
export function weightedSum(
  parts: readonly (readonly [weights: Weights, times: number])[],
): Weights {
  return unit(sum(parts))
}

function sum(
  parts: readonly (readonly [Iterable<readonly [string, number]>, number])[],
): Map<string, number> {
  const all = new Map<string, number>()
  for (const [terms, times] of parts)
    for (const [term, count] of terms) all.set(term, (all.get(term) ?? 0) + count * times)
  return all
}

function unit(weights: Iterable<readonly [string, number]>): Weights {
  const all = [...weights]
  const length = Math.hypot(...all.map(([, weight]) => weight)) || 1
  return new Map(all.map(([term, weight]) => [term, weight / length]))
}

/** The cosine between two texts: 0 when they share no term, 1 when they are the same. */
export function cosine(a: Weights, b: Weights): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of few) total += weight * (many.get(term) ?? 0)
  return total
}

/** The terms that make two texts similar, heaviest first. A shared bigram replaces its words. */
export function sharedTerms(a: Weights, b: Weights, most: number): string[] {
  const shared = [...a]
    .map(([term, weight]) => ({ term, weight: weight * (b.get(term) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .map(({ term }) => term.split(' '))
  const chosen: string[][] = []
  for (const words of shared) {
    if (chosen.length === most) break
    const pair = shared.find((other) => words.every((word) => other.includes(word)) && other[1])
    const term = pair ?? words
    if (!chosen.some((other) => other.some((word) => term.includes(word)))) chosen.push(term)
  }
  return chosen.map((words) => words.join(' '))
}
