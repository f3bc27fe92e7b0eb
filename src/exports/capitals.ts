import type { Entry } from '../content/entry.ts'

/** A name of more words describes: `Coarse to Fine Actor`. */
const longestName = 2

const word = /[\p{L}\p{N}\p{M}]+/gu

/** Where a sentence begins inside a title, as BibTeX does not see; it sees the one behind a colon. */
const sentenceStart = /(?:[.?!—]|--)\s+[^\p{L}\p{N}]*$/u

const hasUpper = (text: string) => /\p{Lu}/u.test(text)
const startsUpper = (text: string) => /^\p{Lu}/u.test(text)

/** Whether a word is written with capitals of its own: `LLMs`, `WildFeedback`, `3H`, `X`, but not `A`. */
function isMarked(text: string): boolean {
  if (text === 'A') return false
  return /^\p{Lu}$|.\p{Lu}/u.test(text) || (hasUpper(text) && /\p{N}/u.test(text))
}

/** A text without what an acronym stands for: `Mixture of Judges (MoJ)`, `FiGRet (Fine-grained Guidance for Retrievers)`. */
function withoutExpansions(text: string): string {
  return text
    .split(/(?<=\))/)
    .map((stretch) => {
      // Six words stand within 160 characters. To look for their start in all of a text takes ten times as long.
      const open = stretch.indexOf('(')
      if (open < 0) return stretch
      const before = stretch.slice(0, open)
      return /^\([\p{L}\p{N}-]*[\p{Lu}\p{N}][^()]*\)$/u.test(stretch.slice(open))
        ? before.slice(0, -160) + before.slice(-160).replace(/(?:[\p{L}\p{N}-]+,? ){1,6}$/u, '')
        : before
    })
    .join('')
}

/**
 * The words that a text writes with a capital inside its sentences, by themselves, and never without: proper nouns, as
 * far as the text can tell. A capital beside another one, or in what an acronym stands for, says nothing.
 */
function properNouns(abstract: string): Set<string> {
  const text = withoutExpansions(abstract)
  const words = [...text.matchAll(word)]
  const lower = new Set(
    [...abstract.matchAll(word)].flatMap(([one]) => (startsUpper(one) ? [] : one)),
  )
  const alone = new Set<string>()
  words.forEach(({ 0: found, index }, place) => {
    if (
      startsUpper(found) &&
      /[\p{Ll}\p{N},;)]\s$/u.test(text.slice(Math.max(0, index - 2), index)) &&
      text[index + found.length] !== '-' &&
      !startsUpper(words[place - 1]?.[0] ?? '') &&
      !startsUpper(words[place + 1]?.[0] ?? '')
    )
      alone.add(found)
  })
  return new Set([...alone].filter((noun) => !lower.has(noun.toLowerCase())))
}

const known = new WeakMap<KeptWords, Set<string>>()

/** The proper nouns that an entry names and that its abstract shows; found once for its title in every format. */
function properNounsOf(words: KeptWords): Set<string> {
  const before = known.get(words)
  if (before) return before
  const proper = properNouns(words.abstractText ?? '')
  for (const found of words.keepCapitals?.join(' ').match(word) ?? []) proper.add(found)
  known.set(words, proper)
  return proper
}

/** Ranges with nothing but a hyphen or a space between them as one: `{Re-Align}`, `{Varco Arena}`. */
function joined(title: string, ranges: readonly (readonly [number, number])[]): [number, number][] {
  const whole: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = whole.at(-1)
    if (last && /^[- ]$/.test(title.slice(last[1], start))) last[1] = end
    else whole.push([start, end])
  }
  return whole
}

/** What shows which capitals of a title stay: the names and `keepCapitals` of its entry, and the abstract. */
export type KeptWords = Partial<Pick<Entry, 'names' | 'keepCapitals' | 'abstractText'>>

/**
 * A title in sentence case, as APA and IEEE want it and a style cannot make it: only the capitals that `keptCapitals` finds
 * stay, and the first letter of the title and of what follows a colon or a full stop.
 */
export function sentenceCase(title: string, words: KeptWords): string {
  const kept = keptCapitals(title, words)
  return title.replace(word, (found, place: number) => {
    if (kept.some(([start, end]) => start <= place && place < end)) return found
    const before = title.slice(0, place)
    if (sentenceStart.test(before) || /:\s+[^\p{L}\p{N}]*$/u.test(before))
      return found.replace(/^./u, (first) => first.toUpperCase())
    return /[\p{L}\p{N}]/u.test(before) ? found.toLowerCase() : found
  })
}

/**
 * Where a title's capitals must stay when a bibliography style lowers the others, as [start, end) in the title: words
 * with capitals of their own, the paper's names for its things, words that its entry or the abstract shows to be proper
 * nouns, and the first word of a sentence.
 */
export function keptCapitals(title: string, words: KeptWords): [start: number, end: number][] {
  const { names = [] } = words
  const proper = properNounsOf(words)
  const named = names.flatMap((name) => {
    const start = name.split(' ').length > longestName ? -1 : title.indexOf(name)
    return start < 0 ? [] : [[start, start + name.length] as const]
  })
  const kept = [...title.matchAll(word)]
    .map(({ 0: found, index }) => [index, index + found.length, found] as const)
    .filter(
      ([start, end, found]) =>
        isMarked(found) ||
        (startsUpper(found) &&
          (proper.has(found) ||
            sentenceStart.test(title.slice(0, start)) ||
            named.some(([from, to]) => from <= start && end <= to))),
    )
    .map(([start, end]) => [start, end] as const)
  return joined(title, kept)
}
