/** A bag of words: the terms of a text with their counts. */
export type Bag = ReadonlyMap<string, number>

/** A nearest neighbour: its index in the collection, and its cosine similarity, greater than 0 and at most 1. */
export type Neighbour = readonly [place: number, similarity: number]

/** Terms with their weights, as a vector of length 1. */
export type Weights = ReadonlyMap<string, number>

/**
 * Finds the nearest neighbours of a vector, at most `most`, by its heaviest `terms` terms. Best first; equally near ones
 * keep their order.
 */
export type Nearest = (vector: Weights, most?: number, terms?: number) => Neighbour[]

/** A collection of bags to compare. */
export interface Collection {
  /** The weights of each bag. */
  weights: readonly Weights[]
  /** The vector of another bag, by the document frequencies of this collection. Unknown terms are left out. */
  weigh(bag: Bag): Weights
  /** Finds the nearest bags. */
  nearest: Nearest
}

/** How many terms are compared by default. The lighter ones hardly change the result. */
const mostTerms = 40

/** Makes a bag from lists of terms, each of which is counted `times` times. */
export function bagOf(parts: readonly (readonly [terms: readonly string[], times: number])[]): Bag {
  return sum(parts.map(([terms, times]) => [terms.map((term) => [term, 1] as const), times]))
}

/** BM25's inverse document frequency of a term that occurs in `count` texts. */
function inverseDocumentFrequency(count: number, texts: number): number {
  return Math.log(1 + (texts - count + 0.5) / (count + 0.5))
}

/** Makes TF-IDF vectors of bags, with logarithmic term frequencies. */
export function collectionOf(bags: readonly Bag[]): Collection {
  const documentFrequencies = new Map<string, number>()
  for (const bag of bags)
    for (const term of bag.keys())
      documentFrequencies.set(term, (documentFrequencies.get(term) ?? 0) + 1)
  const weigh = (bag: Bag) =>
    unit(
      [...bag].flatMap(([term, count]) => {
        const frequency = documentFrequencies.get(term)
        if (!frequency) return []
        const idf = inverseDocumentFrequency(frequency, bags.length)
        return [[term, (1 + Math.log(count)) * idf]]
      }),
    )
  const weights = bags.map(weigh)
  return { weights, weigh, nearest: nearestAmong(weights) }
}

/** Makes a function that finds nearest neighbours among vectors. */
export function nearestAmong(vectors: readonly Weights[]): Nearest {
  let postings: ReturnType<typeof postingsOf> | undefined
  return (vector, most = Number.POSITIVE_INFINITY, terms = mostTerms) => {
    postings ??= postingsOf(vectors)
    const similarities = new Float64Array(vectors.length)
    const heaviest = [...vector].sort((a, b) => b[1] - a[1]).slice(0, terms)
    for (const [term, weight] of heaviest) {
      const { places, weights } = postings.get(term) ?? noPostings
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0
        similarities[place] = (similarities[place] ?? 0) + weight * (weights[at] ?? 0)
      }
    }
    const best: Neighbour[] = []
    for (let place = 0; place < similarities.length; place++) {
      const similarity = similarities[place] ?? 0
      if (similarity <= (best[most - 1]?.[1] ?? 0)) continue
      best.splice(best.findLastIndex((near) => near[1] >= similarity) + 1, 0, [place, similarity])
      if (best.length > most) best.pop()
    }
    return best
  }
}

const noPostings = { places: new Uint32Array(), weights: new Float64Array() }

/** The postings of each term: the indexes of the vectors that have it, and its weight in each. Typed arrays are twice as fast. */
function postingsOf(vectors: readonly Weights[]): Map<string, typeof noPostings> {
  const postings = new Map<string, { places: number[]; weights: number[] }>()
  for (const [place, vector] of vectors.entries())
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? { places: [], weights: [] }
      if (posting.places.length === 0) postings.set(term, posting)
      posting.places.push(place)
      posting.weights.push(weight)
    }
  return new Map(
    [...postings].map(([term, { places, weights }]) => [
      term,
      { places: Uint32Array.from(places), weights: Float64Array.from(weights) },
    ]),
  )
}

/** The nearest neighbours of each bag, without itself: at most `most`, best first. */
export function nearestPapers(bags: readonly Bag[], most: number): Neighbour[][] {
  const { weights, nearest } = collectionOf(bags)
  return weights.map((vector, place) =>
    nearest(vector, most + 1)
      .filter(([other]) => other !== place)
      .slice(0, most),
  )
}

/** The weighted sum of vectors, normalised to length 1. */
export function weightedSum(
  parts: readonly (readonly [vector: Weights, times: number])[],
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

/** The cosine similarity of two vectors: 0 if they share no term, 1 if they are equal. */
export function cosine(a: Weights, b: Weights): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of few) total += weight * (many.get(term) ?? 0)
  return total
}

/** The terms that make two vectors similar, most important first. A shared bigram replaces its words. */
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
