import type { Entry } from '../content/entry.ts'

/** The most words of a name that keeps its capitals. A longer one is a description: `Coarse to Fine Actor`. */
const longestName = 2

const word = /[\p{L}\p{N}\p{M}]+/gu

/** The end of a sentence in a title before the next one. BibTeX knows only the start of a sentence after a colon. */
const sentenceStart = /(?:[.?!—]|--)\s+[^\p{L}\p{N}]*$/u

const hasUpper = (text: string) => /\p{Lu}/u.test(text)
const startsUpper = (text: string) => /^\p{Lu}/u.test(text)

/** Whether a word has capitals in any style of titles: `LLMs`, `WildFeedback`, `3H`, `X`, but not `A`. */
function hasOwnCapitals(text: string): boolean {
  if (text === 'A') return false
  return /^\p{Lu}$|.\p{Lu}/u.test(text) || (hasUpper(text) && /\p{N}/u.test(text))
}

/** Removes the expansions of acronyms from a text: `Mixture of Judges (MoJ)`, `FiGRet (Fine-grained Guidance for Retrievers)`. */
function withoutExpansions(text: string): string {
  return text
    .split(/(?<=\))/)
    .map((part) => {
      // An expansion has at most six words, which fit into 160 characters. Searching the whole text would take ten times as long.
      const open = part.indexOf('(')
      if (open < 0) return part
      const before = part.slice(0, open)
      return /^\([\p{L}\p{N}-]*[\p{Lu}\p{N}][^()]*\)$/u.test(part.slice(open))
        ? before.slice(0, -160) + before.slice(-160).replace(/(?:[\p{L}\p{N}-]+,? ){1,6}$/u, '')
        : before
    })
    .join('')
}

/**
 * Finds the probable proper nouns of an abstract: words that have a capital inside a sentence and never occur without one.
 * Capitalised words next to each other, and words in the expansion of an acronym, don't count.
 */
function properNouns(abstract: string): Set<string> {
  const text = withoutExpansions(abstract)
  const words = [...text.matchAll(word)]
  const lower = new Set(
    [...abstract.matchAll(word)].flatMap(([one]) => (startsUpper(one) ? [] : one)),
  )
  const alone = new Set<string>()
  words.forEach(({ 0: found, index }, at) => {
    if (
      startsUpper(found) &&
      /[\p{Ll}\p{N},;)]\s$/u.test(text.slice(Math.max(0, index - 2), index)) &&
      text[index + found.length] !== '-' &&
      !startsUpper(words[at - 1]?.[0] ?? '') &&
      !startsUpper(words[at + 1]?.[0] ?? '')
    )
      alone.add(found)
  })
  return new Set([...alone].filter((noun) => !lower.has(noun.toLowerCase())))
}

const cache = new WeakMap<CapitalHints, Set<string>>()

/** The proper nouns of an entry: those in `keepCapitals` and those in its abstract. Cached, because every format needs them. */
function properNounsOf(hints: CapitalHints): Set<string> {
  const cached = cache.get(hints)
  if (cached) return cached
  const proper = properNouns(hints.abstractText ?? '')
  for (const found of hints.keepCapitals?.join(' ').match(word) ?? []) proper.add(found)
  cache.set(hints, proper)
  return proper
}

/** Merges ranges that are separated by only a hyphen or a space: `{Re-Align}`, `{Varco Arena}`. */
function mergeRanges(
  title: string,
  ranges: readonly (readonly [number, number])[],
): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = merged.at(-1)
    if (last && /^[- ]$/.test(title.slice(last[1], start))) last[1] = end
    else merged.push([start, end])
  }
  return merged
}

/** The facts of an entry that show which words of its title keep their capitals. */
export type CapitalHints = Partial<Pick<Entry, 'names' | 'keepCapitals' | 'abstractText'>>

/**
 * Converts a title to sentence case, which APA and IEEE require but styles cannot do. Only the capitals that `keptCapitals`
 * finds are kept, and those of the first word of the title, of a subtitle and of a sentence.
 */
export function sentenceCase(title: string, hints: CapitalHints): string {
  const kept = keptCapitals(title, hints)
  return title.replace(word, (found, offset: number) => {
    if (kept.some(([start, end]) => start <= offset && offset < end)) return found
    const before = title.slice(0, offset)
    if (sentenceStart.test(before) || /:\s+[^\p{L}\p{N}]*$/u.test(before))
      return found.replace(/^./u, (first) => first.toUpperCase())
    return /[\p{L}\p{N}]/u.test(before) ? found.toLowerCase() : found
  })
}

/**
 * Returns the ranges, [start, end), of a title whose capitals must be kept when a style converts it to lower case: words such
 * as acronyms, names that the paper gives to its own work, proper nouns, and the first word of a sentence.
 */
export function keptCapitals(title: string, hints: CapitalHints): [start: number, end: number][] {
  const { names = [] } = hints
  const proper = properNounsOf(hints)
  const named = names.flatMap((name) => {
    const start = name.split(' ').length > longestName ? -1 : title.indexOf(name)
    return start < 0 ? [] : [[start, start + name.length] as const]
  })
  const kept = [...title.matchAll(word)]
    .map(({ 0: found, index }) => [index, index + found.length, found] as const)
    .filter(
      ([start, end, found]) =>
        hasOwnCapitals(found) ||
        (startsUpper(found) &&
          (proper.has(found) ||
            sentenceStart.test(title.slice(0, start)) ||
            named.some(([from, to]) => from <= start && end <= to))),
    )
    .map(([start, end]) => [start, end] as const)
  return mergeRanges(title, kept)
}
