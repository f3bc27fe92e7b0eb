import { titleKey } from '../model/identifier.ts'
import { editDistance } from './edit-distance.ts'
import { lowerWords } from './terms.ts'

const mostEdits = 2
const leastShared = 0.92
const shortestKey = 16
const gramLength = 5
// Two edits change fewer n-grams than this, so near titles share at least one of their rarest n-grams.
const rareGrams = mostEdits * (gramLength + 1) + 1
const rareWords = 3

interface Title {
  key: string
  words: ReadonlySet<string>
  /** The five-letter n-grams of the key. */
  grams: ReadonlySet<string>
  numerals: string
  /** Words that may be the name of a model: those before the colon, and those with digits or inner capitals. */
  names: ReadonlySet<string>
}

/**
 * Makes a function that returns the indexes of the titles that are nearly the same as a given one: at most two letters differ, or
 * nearly all words are shared. Numbers and model names must be the same, and short titles must be equal. To be fast on long
 * lists, it compares only titles that share a rare n-gram or word.
 */
export function nearTitles(titles: readonly string[]): (title: string) => number[] {
  const all = titles.map(partsOf)
  const counts = new Map<string, number>()
  for (const { grams, words } of all)
    for (const part of [...grams, ...words]) counts.set(part, (counts.get(part) ?? 0) + 1)
  const rarest = (parts: Iterable<string>, most: number) =>
    [...parts]
      .map((part) => ({ part, count: counts.get(part) ?? 0 }))
      .sort((a, b) => a.count - b.count || (a.part < b.part ? -1 : 1))
      .slice(0, most)
      .map(({ part }) => part)
  const withRareParts = (title: Title) => ({
    ...title,
    rareParts: [...rarest(title.grams, rareGrams), ...rarest(title.words, rareWords)],
  })
  const indexed = all.map((title, place) => ({ ...withRareParts(title), place }))
  const byPart = new Map<string, typeof indexed>()
  for (const title of indexed)
    for (const part of title.rareParts) {
      const others = byPart.get(part)
      if (others) others.push(title)
      else byPart.set(part, [title])
    }
  // The check asks for each title of the list itself.
  const byTitle = new Map(titles.map((title, place) => [title, indexed[place]]))
  return (title) => {
    const query = byTitle.get(title) ?? withRareParts(partsOf(title))
    const found = new Set(query.rareParts.flatMap((part) => byPart.get(part) ?? []))
    return [...found]
      .filter((other) => areNear(query, other))
      .map(({ place }) => place)
      .sort((a, b) => a - b)
  }
}

function partsOf(title: string): Title {
  const key = titleKey(title)
  const grams = new Set([`=${key.slice(0, gramLength)}`])
  for (let at = 1; at + gramLength <= key.length; at++)
    grams.add(`=${key.slice(at, at + gramLength)}`)
  const numerals = (key.match(/\d+/g) ?? []).join(' ')
  const [head = '', ...tail] = title.split(':')
  const formed = title.match(/[\p{L}\p{N}]*(?:\p{N}|[\p{L}\p{N}]\p{Lu})[\p{L}\p{N}]*/gu) ?? []
  const names = new Set([
    ...(tail.length > 0 ? lowerWords(head) : []),
    ...formed.flatMap(lowerWords),
  ])
  return { key, words: new Set(lowerWords(title)), grams, numerals, names }
}

/** Whether two titles name different models: `Qwen3` and `Qwen3-VL`, `3 Nano` and `3 Super`. */
function differInName(a: Title, b: Title): boolean {
  const unmatchedIn = (one: Title, other: Title) =>
    [...one.words].filter((word) => {
      const mostOfWord = word.length > 4 ? mostEdits : 1
      return ![...other.words].some((like) => editDistance(word, like) <= mostOfWord)
    })
  const [ofA, ofB] = [unmatchedIn(a, b), unmatchedIn(b, a)]
  // A missing space is a typo, not another name.
  if (ofA.length > 0 && ofB.length > 0 && ofA.length !== ofB.length) return false
  return ofA.some((word) => a.names.has(word)) || ofB.some((word) => b.names.has(word))
}

function areNear(a: Title, b: Title): boolean {
  if (a.key === b.key) return a.key !== ''
  if (Math.min(a.key.length, b.key.length) < shortestKey || a.numerals !== b.numerals) return false
  if (differInName(a, b)) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  if ((2 * shared) / (a.words.size + b.words.size) >= leastShared) return true
  const difference = Math.abs(a.key.length - b.key.length)
  return difference <= mostEdits && editDistance(a.key, b.key) <= mostEdits
}

/** Whether two titles probably belong to the same paper: four fifths of the words of the shorter one are shared. */
export function sameTitle(a: string, b: string): boolean {
  if (titleKey(a) === titleKey(b)) return true
  const [few, many] = [a, b]
    .map((title) => new Set(lowerWords(title)))
    .sort((x, y) => x.size - y.size)
  if (!few || !many || few.size === 0) return false
  const shared = [...few].filter((word) => many.has(word)).length
  return shared / few.size >= 0.8 && shared >= 3
}
