import type { Field, FieldTexts } from './field.ts'
import { keptWords } from './kept-words.ts'
import type { Lexicon } from './lexicon.ts'
import { rarity } from './rank.ts'

/** The fields that say in few words what a paper is about. */
const telling: readonly Field[] = ['title', 'names', 'claim', 'asks', 'topics', 'tags']

/** How many of the best show what is looked for. */
const models = 5

const kept = new WeakMap<FieldTexts, ReadonlyMap<string, number>>()

/** How near each entry is to the best ones, from 0 to 1. `texts` and `scores` are in the order of rank. */
export function kinship(
  texts: readonly FieldTexts[],
  scores: readonly number[],
  lexicon: Pick<Lexicon, 'counts' | 'placeOf' | 'entries'>,
): number[] {
  const profiles = texts.map((text) => {
    const profile = kept.get(text) ?? profileOf(text, lexicon)
    kept.set(text, profile)
    return profile
  })
  const best = scores[0] ?? 0
  const looked = new Map<string, number>()
  profiles.slice(0, models).forEach((profile, at) => {
    for (const [term, share] of profile)
      looked.set(term, (looked.get(term) ?? 0) + share * ((scores[at] ?? 0) / (best || 1)))
  })
  const length = lengthOf(looked)
  return profiles.map((profile) => {
    let sum = 0
    for (const [term, share] of profile) sum += share * (looked.get(term) ?? 0)
    return length > 0 ? sum / length : 0
  })
}

/** What an entry is about, as terms and how much of it each is; all together have length 1. */
function profileOf(
  text: FieldTexts,
  { counts, placeOf, entries }: Pick<Lexicon, 'counts' | 'placeOf' | 'entries'>,
): Map<string, number> {
  const weights = new Map<string, number>()
  for (const field of telling) {
    for (const { term, stop } of keptWords(text[field])) {
      const count = counts[placeOf(term) ?? -1] ?? 0
      if (stop || count < 2) continue
      const weight = (field === 'tags' ? 2 : 1) * rarity(count, entries)
      weights.set(term, (weights.get(term) ?? 0) + weight)
    }
  }
  for (const [term, weight] of weights) weights.set(term, weight / (1 + weight))
  const length = lengthOf(weights)
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

function lengthOf(weights: ReadonlyMap<string, number>): number {
  return Math.hypot(...weights.values())
}
