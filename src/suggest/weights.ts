import { termsOf } from './terms.ts'

/** Terms and how much each of them weighs. */
export type Weights = ReadonlyMap<string, number>

/** How often each term stands in some texts, each text counted as many times as its weight says. */
export function countTerms(texts: readonly (readonly [text: string, weight: number])[]): Weights {
  const counts = new Map<string, number>()
  for (const [text, weight] of texts) {
    for (const term of termsOf(text)) counts.set(term, (counts.get(term) ?? 0) + weight)
  }
  return counts
}

/** In how many of these texts each term stands. */
export function spread(texts: Iterable<Weights>): Weights {
  const found = new Map<string, number>()
  for (const counts of texts) {
    for (const term of counts.keys()) found.set(term, (found.get(term) ?? 0) + 1)
  }
  return found
}

/** Counts as a direction of length 1: the logarithm of each count times the term's rarity; unknown terms are left out. */
export function weigh(counts: Weights, found: Weights, texts: number): Weights {
  const weights = new Map<string, number>()
  for (const [term, count] of counts) {
    const known = found.get(term)
    if (known) weights.set(term, (1 + Math.log(count)) * Math.log((texts + 1) / known))
  }
  return unit(weights)
}

/** The sum of some directions, as one of length 1. */
export function together(parts: readonly (readonly [weights: Weights, times: number])[]): Weights {
  const sum = new Map<string, number>()
  for (const [weights, times] of parts) {
    for (const [term, weight] of weights) sum.set(term, (sum.get(term) ?? 0) + weight * times)
  }
  return unit(sum)
}

function unit(weights: Map<string, number>): Weights {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

/** The cosine of the angle between two directions: 0 when they share no term, 1 when they are the same. */
export function similarity(a: Weights, b: Weights): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [term, weight] of few) sum += weight * (many.get(term) ?? 0)
  return sum
}

/** The terms that make two directions similar, the weightiest first. A word gives way to a shared pair that it is part of. */
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
