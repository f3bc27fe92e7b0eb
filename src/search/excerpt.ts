import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { ShownPaper } from './shown.ts'
import { phraseKey } from './tokens.ts'

/** A stretch of text, matching or not. */
export interface Piece {
  text: string
  marked: boolean
}

/** Why a paper was found, where its title, claim and abstract don't show it. */
export interface Reason {
  /** What the rest is: `Earlier or later title`, or the words of the query that have another name. */
  label: string
  pieces: Piece[]
}

/** What a query looks for in texts. */
export interface LookedFor {
  /** The stems of its words, in all spellings that were asked for. */
  stems: ReadonlySet<string>
  /** Its phrases that the vocabulary knows: as they are typed, their key and what they mean. */
  phrases: readonly { typed: string; key: string; meanings: readonly number[] }[]
}

/** What of a paper matched, ready to be shown. */
export interface Marked {
  title: Piece[]
  /** The venue with its year; empty for a preprint. */
  source: Piece[]
  claim: Piece[]
  /** Where the abstract answers; empty when it doesn't. */
  excerpt: Piece[]
  reasons: Reason[]
}

interface Stretch {
  start: number
  end: number
  /** What matches: a stem, or the number of a meaning. */
  means: string | number
}
type Matcher = (text: string) => Stretch[]

const mostReasons = 3

/** Marks what a query found in a paper, and says why where it doesn't show. */
export function markPaper(paper: ShownPaper, query: LookedFor): Marked {
  const matches = matcherOf(paper, query)
  const { title, claim = '', abstract, venue = '' } = paper
  const shown = [title, claim, abstract, venue].flatMap((text) => matches(text))
  return {
    title: pieces(title, matches(title)),
    source: pieces(venue, matches(venue)),
    claim: pieces(claim, matches(claim)),
    excerpt: excerpt(abstract, matches(abstract)),
    reasons: [
      ...otherNames(paper, query),
      ...otherFields(paper, matches, new Set(shown.map(({ means }) => means))),
    ].slice(0, mostReasons),
  }
}

/** Finds what in a text answers a query: its words in any form, and the paper's own words for what it means. */
function matcherOf({ says }: ShownPaper, { stems, phrases }: LookedFor): Matcher {
  const meant = new Set(phrases.flatMap(({ meanings }) => meanings))
  const said = says.flatMap(([phrase, ...meanings]) => {
    const meaning = meanings.find((one) => meant.has(one))
    return meaning === undefined
      ? []
      : [{ meaning, stems: wordsIn(phrase).map((word) => word.stem) }]
  })
  return (text) => {
    const words = wordsIn(text)
    const found = words.flatMap((word): Stretch[] => {
      const whole = word.whole && stem(word.whole.plain)
      if (word.whole && whole && stems.has(whole)) return [{ ...word.whole, means: whole }]
      return stems.has(word.stem) ? [{ ...word, means: word.stem }] : []
    })
    for (const { meaning, stems } of said)
      for (const [from, { start }] of words.entries())
        if (stems.every((one, offset) => words[from + offset]?.stem === one))
          found.push({ start, end: words[from + stems.length - 1]?.end ?? start, means: meaning })
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** A whole text in pieces, its matches marked. Matches are given by where they begin; one may lie within another. */
export function pieces(
  text: string,
  matches: readonly Pick<Stretch, 'start' | 'end'>[],
  from = 0,
  to = text.length,
): Piece[] {
  const all: Piece[] = []
  let at = from
  for (const { start, end } of matches) {
    const [begin, stop] = [Math.max(start, at), Math.min(end, to)]
    if (begin >= stop) continue
    if (begin > at) all.push({ text: text.slice(at, begin), marked: false })
    const last = all.at(-1)
    if (last?.marked && begin === at) last.text += text.slice(begin, stop)
    else all.push({ text: text.slice(begin, stop), marked: true })
    at = stop
  }
  if (at < to) all.push({ text: text.slice(at, to), marked: false })
  return all
}

/** How many characters of the text stand before the first match. */
const lead = 40

/**
 * The part of a text that shows best why it matches, about `length` characters long, with an ellipsis where the text
 * goes on. Empty when nothing matches.
 */
export function excerpt(text: string, matches: readonly Stretch[], length = 220): Piece[] {
  if (matches.length === 0) return []
  let best = { start: 0, kinds: -1, count: 0 }
  for (const { start } of matches) {
    const within = matches.filter((one) => one.start >= start && one.end <= start + length - lead)
    const kinds = new Set(within.map(({ means }) => means)).size
    if (kinds > best.kinds || (kinds === best.kinds && within.length > best.count))
      best = { start, kinds, count: within.length }
  }
  const latest = Math.max(0, text.length - length)
  const from = wordStart(text, Math.min(Math.max(0, best.start - lead), latest))
  const to = from + length >= text.length ? text.length : wordEnd(text, from + length)
  return [
    ...(from > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces(text, matches, from, to),
    ...(to < text.length ? [{ text: ' …', marked: false }] : []),
  ]
}

/** The beginning of the next word, unless one begins here. */
function wordStart(text: string, at: number): number {
  if (at === 0 || /\s/.test(text[at - 1] ?? '')) return at
  const next = text.slice(at).search(/\s\S/)
  return next < 0 ? at : at + next + 1
}

/** The end of the word that stands here. */
function wordEnd(text: string, at: number): number {
  const next = text.slice(at).search(/\s/)
  return next < 0 ? text.length : at + next
}

/** `dpo: direct preference optimization`, for phrases of the query that the paper says only by another name. */
function otherNames(
  { says, title, names, tags, claim = '', abstract }: ShownPaper,
  { phrases }: LookedFor,
): Reason[] {
  const keys = [title, ...names, ...tags, claim, abstract].map((text) => wordsIn(text))
  return phrases.flatMap(({ typed, key, meanings }): Reason[] => {
    const said = says.find(([, ...said]) => said.some((one) => meanings.includes(one)))?.[0]
    if (!said || phraseKey(wordsIn(said)) === key) return []
    const length = wordsIn(typed).length
    const itself = keys.some((words) =>
      words.some((_, from) => phraseKey(words.slice(from, from + length)) === key),
    )
    return itself ? [] : [{ label: typed, pieces: [{ text: said, marked: true }] }]
  })
}

/** The items of other fields that matched, unless what they matched is shown already. */
function otherFields(paper: ShownPaper, matches: Matcher, seen: Set<Stretch['means']>): Reason[] {
  const fields: readonly (readonly [string, readonly string[]])[] = [
    ['Earlier or later title', paper.also],
    ['Name', paper.names],
    ['Author', paper.authors],
    ['Tag', paper.tags],
    ['Topic', paper.topics],
    ['Venue', paper.series],
    ['Asked for as', paper.asks],
  ]
  const reasons: Reason[] = []
  for (const [label, items] of fields)
    for (const item of items) {
      const found = matches(item)
      if (found.every(({ means }) => seen.has(means))) continue
      for (const { means } of found) seen.add(means)
      reasons.push({ label, pieces: pieces(item, found) })
    }
  return reasons
}
