import { fullImpact, type Posting } from './inverted.ts'
import { type MeaningKind, meaningWeights } from './meaning.ts'

/** One word of a query with the postings of all that it may stand for. */
export interface RankedUnit {
  at: number
  alternatives: readonly { weight: number; postings: readonly (readonly Posting[])[] }[]
}

/** A meaning that a query names, with its postings. */
export interface RankedMeaning {
  from: number
  to: number
  kind: MeaningKind
  postings: readonly Posting[]
}

/** An entry and how well it answers. */
export interface Ranked {
  place: number
  score: number
  /** How much of what is asked for the entry has, from 0 to 1; rare words count more. */
  coverage: number
}

/** How much an entry that has everything is put before one that has half. */
const completeness = 1
/** How much of a word counts as answered when the entry has only what it means. */
const meantCoverage = 0.6

/** How telling something is that stands in so many of the entries. */
export function rarity(count: number, entries: number): number {
  return Math.log(1 + (entries - count + 0.5) / (count + 0.5))
}

/** Ranks entries, the best first, equals in the order of the list. No word is required. */
export function rank(
  units: readonly RankedUnit[],
  meanings: readonly RankedMeaning[],
  entries: number,
): Ranked[] {
  const words = units.map(({ at, alternatives }) => {
    const best = strongest(alternatives, entries)
    return { at, best, rare: rarity(best.size, entries) }
  })
  const meant = meanings.map(({ from, to, kind, postings }) => {
    return {
      from,
      to,
      best: strongest([{ weight: meaningWeights[kind], postings: [postings] }], entries),
    }
  })
  const asked = words.reduce((sum, { rare }) => sum + rare, 0)
  const places = new Set([...words, ...meant].flatMap(({ best }) => [...best.keys()]))
  const ranked = [...places].map((place): Ranked => {
    let score = 0
    let had = 0
    for (const { at, best, rare } of words) {
      const strength = best.get(place)
      if (strength) {
        score += strength
        had += rare
      } else if (meant.some(({ from, to, best }) => from <= at && at < to && best.has(place))) {
        had += meantCoverage * rare
      }
    }
    for (const { best } of meant) score += best.get(place) ?? 0
    const coverage = asked > 0 ? had / asked : 0
    return { place, score: score * (1 + completeness * coverage), coverage }
  })
  return ranked.sort((a, b) => b.score - a.score || a.place - b.place)
}

/** For each entry the strongest of alternatives; each is as rare as all its terms together. */
function strongest(alternatives: RankedUnit['alternatives'], entries: number): Map<number, number> {
  const best = new Map<number, number>()
  for (const { weight, postings } of alternatives) {
    const strengths = new Map<number, number>()
    for (const list of postings)
      for (const { place, impact } of list)
        if (impact > (strengths.get(place) ?? 0)) strengths.set(place, impact)
    const factor = (weight * rarity(strengths.size, entries)) / fullImpact
    for (const [place, impact] of strengths)
      if (factor * impact > (best.get(place) ?? 0)) best.set(place, factor * impact)
  }
  return best
}
