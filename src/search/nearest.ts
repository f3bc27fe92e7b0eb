import type { Field, FieldTexts } from './fields.ts'
import { rarity } from './rank.ts'
import { wordsIn } from './words.ts'

/** The fields that say in few words what a paper is about, each with how often a word of it counts. */
const telling = { title: 1, names: 1, claim: 1, asks: 1, topics: 1, tags: 2 } as const

/** A paper like another one: its place in the list, and how like it is, above 0 up to 1. */
export type Near = readonly [place: number, likeness: number]

/** The papers most like each one, best first, at most `most`: the cosine of their words' TF-IDF weights. */
export function nearestPapers(papers: readonly FieldTexts[], most: number): Near[][] {
  const counts = papers.map(countsOf)
  const having = new Map<string, number>()
  for (const count of counts)
    for (const stem of count.keys()) having.set(stem, (having.get(stem) ?? 0) + 1)
  const profiles = counts.map((count) => profileOf(count, having, papers.length))
  const byStem = new Map<string, { place: number; weight: number }[]>()
  for (const [place, profile] of profiles.entries())
    for (const [stem, weight] of profile) {
      const list = byStem.get(stem) ?? []
      byStem.set(stem, list)
      list.push({ place, weight })
    }
  return profiles.map((profile, own) => {
    const likeness = new Map<number, number>()
    for (const [stem, weight] of profile)
      for (const other of byStem.get(stem) ?? [])
        likeness.set(other.place, (likeness.get(other.place) ?? 0) + weight * other.weight)
    likeness.delete(own)
    return [...likeness].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most)
  })
}

function countsOf(texts: FieldTexts): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [field, times] of Object.entries(telling))
    for (const item of texts[field as Field])
      for (const { stem, stop } of wordsIn(item))
        if (!stop) counts.set(stem, (counts.get(stem) ?? 0) + times)
  return counts
}

/** The weights of a paper's words, which together have length 1; a word that no other paper has says nothing. */
function profileOf(
  counts: ReadonlyMap<string, number>,
  having: ReadonlyMap<string, number>,
  papers: number,
): Map<string, number> {
  const profile = new Map<string, number>()
  for (const [stem, times] of counts) {
    const count = having.get(stem) ?? 0
    if (count < 2) continue
    const weight = times * rarity(count, papers)
    profile.set(stem, weight / (1 + weight))
  }
  const length = Math.hypot(...profile.values()) || 1
  for (const [stem, weight] of profile) profile.set(stem, weight / length)
  return profile
}
