/** How telling something is that stands in so many of the papers (the inverse document frequency of BM25). */
export function rarity(count: number, papers: number): number {
  return Math.log(1 + (papers - count + 0.5) / (count + 0.5))
}

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
  const byWord = new Map<string, { place: number; weight: number }[]>()
  for (const [place, profile] of profiles.entries())
    for (const [word, weight] of profile) {
      const list = byWord.get(word) ?? []
      byWord.set(word, list)
      list.push({ place, weight })
    }
  return profiles.map((profile, own) => {
    const likeness = new Map<number, number>()
    for (const [word, weight] of profile)
      for (const other of byWord.get(word) ?? [])
        likeness.set(other.place, (likeness.get(other.place) ?? 0) + weight * other.weight)
    likeness.delete(own)
    return [...likeness].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
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
