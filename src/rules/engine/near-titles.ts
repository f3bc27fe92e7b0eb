import { titleKey } from '../../model/identifier.ts'
import { editDistance } from './nearest.ts'
import { wordsOf } from './words.ts'

/** Something with a title. */
interface Titled {
  title: string
}

const mostEdits = 2
const leastShared = 0.92
const shortestKey = 16
const gramLength = 5
// Two edits change fewer of a title's grams than this, so two near titles share at least one of these rarest grams.
const rareGrams = mostEdits * (gramLength + 1) + 1
const rareWords = 3

interface Prepared<T> {
  item: T
  key: string
  words: ReadonlySet<string>
  numerals: string
  features: readonly string[]
}

/**
 * The pairs whose titles are nearly the same: at most two letters differ, or nearly all words are shared; numbers must
 * agree. Only titles that share one of their rarest parts are compared, so that the time grows with the list, not its square.
 */
export function* nearPairs<T extends Titled>(items: readonly T[]): Iterable<[T, T]> {
  const prepared = items.map(prepare).filter(({ key }) => key.length >= shortestKey)
  const counts = new Map<string, number>()
  for (const { features } of prepared) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  }
  const rarest = (features: readonly string[], count: number) =>
    features
      .map((feature) => ({ feature, seen: counts.get(feature) ?? 0 }))
      .sort((a, b) => a.seen - b.seen || (a.feature < b.feature ? -1 : 1))
      .slice(0, count)
      .map(({ feature }) => feature)
  const shelves = new Map<string, Prepared<T>[]>()
  for (const one of prepared) {
    const grams = one.features.filter((feature) => feature.startsWith('='))
    const words = one.features.filter((feature) => !feature.startsWith('='))
    const compared = new Set<Prepared<T>>()
    for (const feature of [...rarest(grams, rareGrams), ...rarest(words, rareWords)]) {
      const shelf = shelves.get(feature) ?? []
      for (const other of shelf) {
        if (compared.has(other)) continue
        compared.add(other)
        if (areNear(one, other)) yield [other.item, one.item]
      }
      shelf.push(one)
      shelves.set(feature, shelf)
    }
  }
}

function prepare<T extends Titled>(item: T): Prepared<T> {
  const key = titleKey(item.title)
  const words = new Set(wordsOf(item.title.normalize('NFKD').replace(/\p{Mark}/gu, '')))
  const grams = new Set<string>()
  for (let at = 0; at + gramLength <= key.length; at++) {
    grams.add(`=${key.slice(at, at + gramLength)}`)
  }
  const numerals = (key.match(/\d+/g) ?? []).join(' ')
  return { item, key, words, numerals, features: [...grams, ...words] }
}

function areNear(a: Prepared<Titled>, b: Prepared<Titled>): boolean {
  if (a.numerals !== b.numerals) return false
  const [fewer, more] = [Math.min(a.words.size, b.words.size), Math.max(a.words.size, b.words.size)]
  if ((2 * fewer) / (fewer + more) < leastShared) {
    return editDistance(a.key, b.key, mostEdits) <= mostEdits
  }
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  if ((2 * shared) / (a.words.size + b.words.size) >= leastShared) return true
  return editDistance(a.key, b.key, mostEdits) <= mostEdits
}
