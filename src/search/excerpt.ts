import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { ShownPaper } from './shown.ts'
import { phraseKey } from './tokens.ts'

/** A stretch of text, matching or not. */
export interface Piece {
  text: string
  marked: boolean
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
  /** The sentence of the abstract that answers best; empty when none does. */
  excerpt: Piece[]
  /** Why the paper was found, where these don't show it; a label names what it is, or the words that have another name. */
  reasons: { label: string; pieces: Piece[] }[]
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
  const shown = [title, claim, abstract, venue].flatMap(matches)
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
    const means = meanings.find((one) => meant.has(one))
    return means === undefined ? [] : [{ means, words: wordsIn(phrase) }]
  })
  return (text) => {
    const words = wordsIn(text)
    const found = words.flatMap((word): Stretch[] => {
      const whole = word.whole && stem(word.whole.plain)
      if (word.whole && whole && stems.has(whole)) return [{ ...word.whole, means: whole }]
      return stems.has(word.stem) ? [{ ...word, means: word.stem }] : []
    })
    for (const { means, words: phrase } of said)
      for (const [from, { start }] of words.entries())
        if (phrase.every(({ stem }, offset) => words[from + offset]?.stem === stem))
          found.push({ start, end: words[from + phrase.length - 1]?.end ?? start, means })
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  }
}

/** A text in pieces, its matches marked. Matches are given by where they begin; one may lie within another. */
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

/** The sentence that shows best why a text matches, with an ellipsis where the text goes on. Empty when nothing matches. */
export function excerpt(text: string, matches: readonly Stretch[]): Piece[] {
  const starts = [0, ...[...text.matchAll(/(?<=[.!?])\s+(?=\P{Ll})/gu)].map((gap) => gap.index)]
  let best = { start: 0, end: 0, kinds: 0, count: 0 }
  for (const [nth, start] of starts.entries()) {
    const end = starts[nth + 1] ?? text.length
    const within = matches.filter((match) => match.start >= start && match.end <= end)
    const kinds = new Set(within.map(({ means }) => means)).size
    if (kinds > best.kinds || (kinds === best.kinds && within.length > best.count))
      best = { start, end, kinds, count: within.length }
  }
  const { start, end, kinds } = best
  if (kinds === 0) return []
  return [
    ...(start > 0 ? [{ text: '…', marked: false }] : []),
    ...pieces(text, matches, start, end),
    ...(end < text.length ? [{ text: ' …', marked: false }] : []),
  ]
}

/** `dpo: direct preference optimization`, for phrases of the query that the paper says only by another name. */
function otherNames(
  { says, title, names, tags, claim = '', abstract }: ShownPaper,
  { phrases }: LookedFor,
): Marked['reasons'] {
  const texts = [title, ...names, ...tags, claim, abstract].map((text) => wordsIn(text))
  return phrases.flatMap(({ typed, key, meanings }) => {
    const said = says.find(([, ...said]) => said.some((one) => meanings.includes(one)))?.[0]
    const { length } = wordsIn(typed)
    const itself = texts.some((words) =>
      words.some((_, from) => phraseKey(words.slice(from, from + length)) === key),
    )
    if (!said || itself || phraseKey(wordsIn(said)) === key) return []
    return [{ label: typed, pieces: [{ text: said, marked: true }] }]
  })
}

/** The items of other fields that matched, unless what they matched is shown already. */
function otherFields(
  paper: ShownPaper,
  matches: Matcher,
  seen: Set<Stretch['means']>,
): Marked['reasons'] {
  const fields = {
    'Earlier or later title': paper.also,
    Name: paper.names,
    Author: paper.authors,
    Tag: paper.tags,
    Topic: paper.topics,
    Venue: paper.series,
    'Asked for as': paper.asks,
  }
  return Object.entries(fields).flatMap(([label, items]) =>
    items.flatMap((item) => {
      const found = matches(item)
      if (found.every(({ means }) => seen.has(means))) return []
      for (const { means } of found) seen.add(means)
      return [{ label, pieces: pieces(item, found) }]
    }),
  )
}
