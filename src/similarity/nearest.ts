/** How telling something is that stands in so many of the papers (the inverse document frequency of BM25). */
export function rarity(count: number, papers: number): number {
  return Math.log(1 + (papers - count + 0.5) / (count + 0.5))
}

/** Words that more papers share say too little to be counted: going through all of them for each would be quadratic. */
const mostSharers = 500

/** A paper like another one: its place in the list, and how like it is, above 0 up to 1. */
export type Near = readonly [place: number, likeness: number]

/**
 * The papers most like each one, best first, at most `most`: the cosine of the TF-IDF weights of their words. A paper is
 * given as its words, each with how often it counts.
 */
export function nearestPapers(
  papers: readonly ReadonlyMap<string, number>[],
  most: number,
): Near[][] {
  const having = new Map<string, number>()
  for (const counts of papers)
    for (const word of counts.keys()) having.set(word, (having.get(word) ?? 0) + 1)
  const profiles = papers.map((counts) => profileOf(counts, having, papers.length))
  const sharers = new Map<string, { places: number[]; weights: number[] }>()
  for (const [place, profile] of profiles.entries())
    for (const [word, weight] of profile) {
      const { places, weights } = sharers.get(word) ?? { places: [], weights: [] }
      sharers.set(word, { places, weights })
      places.push(place)
      weights.push(weight)
    }
  const likeness = new Float64Array(papers.length)
  return profiles.map((profile, own) => {
    likeness.fill(0)
    for (const [word, weight] of profile) {
      const { places = [], weights = [] } = sharers.get(word) ?? {}
      if (places.length > mostSharers) continue
      for (let at = 0; at < places.length; at++) {
        const place = places[at] ?? 0
        likeness[place] = (likeness[place] ?? 0) + weight * (weights[at] ?? 0)
      }
    }
    likeness[own] = 0
    const best: [place: number, likeness: number][] = []
    for (const [place, like] of likeness.entries()) {
      if (like === 0 || (best.length === most && like <= (best.at(-1)?.[1] ?? 0))) continue
      const at = best.findIndex(([, other]) => other < like)
      best.splice(at < 0 ? best.length : at, 0, [place, like])
      best.length = Math.min(best.length, most)
    }
    return best
  })
}

/** The weights of a paper's words, which together have length 1; a word that no other paper has says nothing. */
function profileOf(
  counts: ReadonlyMap<string, number>,
  having: ReadonlyMap<string, number>,
  papers: number,
): ReadonlyMap<string, number> {
  const profile = new Map<string, number>()
  for (const [word, times] of counts) {
    const count = having.get(word) ?? 0
    const weight = times * rarity(count, papers)
    if (count > 1) profile.set(word, weight / (1 + weight))
  }
  const length = Math.hypot(...profile.values()) || 1
  return new Map([...profile].map(([word, weight]) => [word, weight / length]))
}
