import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { ShownPaper } from './shown.ts'
import { phraseKey } from './tokens.ts'

/** A piece of text that matches or doesn't. */
export interface Piece {
  text: string
  marked: boolean
}

/** What to look for in texts. */
export interface SearchTerms {
  /** The stems of the query's words, in every spelling that was searched for. */
  stems: ReadonlySet<string>
  /** The query's phrases that are in the vocabulary: as typed, with their key and their meanings. */
  phrases: readonly { typed: string; key: string; meanings: readonly number[] }[]
}

/** A paper's texts with the matches marked. */
export interface Marked {
  title: Piece[]
  /** The venue with its year; empty for a preprint. */
  source: Piece[]
  claim: Piece[]
  /** The sentence of the abstract that matches best; empty when none does. */
  excerpt: Piece[]
  /** Other matches, if the texts above don't show why the paper was found; the label names the field, or the words of the query that the paper replaces by a synonym. */
  reasons: { label: string; pieces: Piece[] }[]
}

interface Stretch {
  start: number
  end: number
  /** What matched: a stem, or the number of a meaning. */
  means: string | number
}
/** Finds the matches in a text, by the offset at which they start. */
export type Matcher = (text: string) => Stretch[]

const mostReasons = 3

/** Marks the matches in a paper, and gives reasons if the marks don't show why the paper was found. */
export function markPaper(paper: ShownPaper, query: SearchTerms): Marked {
  const matches = matcherOf(paper, query)
  const { title, claim = '', abstract, venue = '' } = paper
  const shown = [title, claim, abstract, venue].flatMap(matches)
  return {
    title: pieces(title, matches(title)),
    source: pieces(venue, matches(venue)),
    claim: pieces(claim, matches(claim)),
    excerpt: excerpt(abstract, matches),
    reasons: [
      ...otherNames(paper, query),
      ...otherFields(paper, matches, new Set(shown.map(({ means }) => means))),
    ].slice(0, mostReasons),
  }
}

/** Makes a matcher for a query: it finds the query's words in any form, and the paper's own terms for its meanings. */
function matcherOf({ says }: ShownPaper, { stems, phrases }: SearchTerms): Matcher {
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

/** Splits a text into pieces with its matches marked. Matches are given by their start, and may be nested. */
export function pieces(text: string, matches: readonly Pick<Stretch, 'start' | 'end'>[]): Piece[] {
  const all: Piece[] = []
  let at = 0
  const add = (end: number, marked: boolean) => {
    if (end > at) all.push({ text: text.slice(at, end), marked })
    at = Math.max(at, end)
  }
  for (const { start, end } of matches) {
    add(start, false)
    add(end, true)
  }
  add(text.length, false)
  return all
}

/** The sentence with the best matches, with ellipses where text is cut. Empty when nothing matches. */
export function excerpt(text: string, matches: Matcher): Piece[] {
  const sentences = text.split(/(?<=[.!?])\s+(?=\P{Ll})/u).map((sentence, nth) => {
    const found = matches(sentence)
    return { sentence, nth, found, kinds: new Set(found.map(({ means }) => means)).size }
  })
  const [best] = sentences.toSorted((a, b) => b.kinds - a.kinds || b.found.length - a.found.length)
  if (!best?.kinds) return []
  return [
    ...(best.nth > 0 ? [{ text: '… ', marked: false }] : []),
    ...pieces(best.sentence, best.found),
    ...(best.nth < sentences.length - 1 ? [{ text: ' …', marked: false }] : []),
  ]
}

/** `dpo: direct preference optimization`, for phrases of the query for which the paper only uses a synonym. */
function otherNames(
  { says, title, names, tags, claim = '', abstract }: ShownPaper,
  { phrases }: SearchTerms,
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

/** The matching items of other fields, without those whose matches are shown already. */
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
