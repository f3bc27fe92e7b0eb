import { titleKey } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/venue.ts'
import type { PlainEntry } from '../text/plain-entry.ts'
import type { Corpus } from './corpus.ts'
import { facetValuesOf } from './facets.ts'
import {
  byField,
  type Field,
  type FieldTexts,
  fieldTexts,
  fieldWeights,
  identifiersOf,
} from './fields.ts'
import { filterValue } from './filters.ts'
import { nearestPapers } from './nearest.ts'
import type { ShownPaper } from './pagefind.ts'
import { stem } from './stem.ts'
import { type MeaningKind, meaningsOf, type PhraseBook, phraseBook } from './synonyms.ts'
import { titleMark, type WordList } from './word-list.ts'
import { identifierKey, tokenOf, type Word, wordsIn } from './words.ts'

/** One paper as Pagefind indexes it. */
export interface SearchRecord {
  /** The address of the paper's page below the site's base. */
  url: string
  /** An HTML page for Pagefind alone: weighted words, filters, sorts, and what is shown of a result. */
  html: string
}

/** How much another name of a thing counts beside the name that the paper says: an acronym is its long form, a concept only resembles. */
const meaningShares: Readonly<Record<MeaningKind, number>> = {
  acronym: 0.8,
  tag: 0.5,
  concept: 0.5,
}
/** How much shorter texts are preferred (b of BM25), and how soon more of the same stops counting (k1 of BM25). */
const lengthDiscount = 0.4
const saturation = 1.5
const mostShare = 0.83
/** How much two words count that other papers write as one. */
const joinedShare = 0.8
/** The most other words for what a paper says; the weightiest stay. */
const mostOthers = 200
const nearest = 8
const mostAuthorsShown = 60

/** Pagefind's limit of a weight. */
const mostWeight = 10

/** What the texts of one entry are, with their words. */
interface Read {
  entry: PlainEntry
  texts: FieldTexts
  words: Readonly<Record<Field, readonly Word[][]>>
}

/** What a build makes of the list for search: a record for each paper in the list's order, and the words that exist. */
export function searchRecords({ entries, listWords, absent }: Corpus): {
  records: SearchRecord[]
  wordList: WordList
} {
  const meanings = meaningsOf(listWords.vocabulary, listWords.concepts)
  const book = phraseBook(meanings)
  const all = entries.map((entry): Read => {
    const texts = fieldTexts(entry, listWords)
    const words = byField((field) => texts[field].map(wordsIn))
    return { entry, texts, words }
  })
  const averages = averageLengths(all)
  const compounds = new Set(all.flatMap((read) => [...wholesOf(read)]))
  for (const { phrases } of meanings)
    for (const phrase of phrases)
      for (const { whole } of wordsIn(phrase)) if (whole) compounds.add(whole.plain)
  const titleOrder = ranks(all.map(({ entry }) => titleKey(entry.facts.title)))
  // Preprints stand last.
  const venueOrder = ranks(
    all.map(({ entry: { facts } }) => (facts.venue ? `0${venueSeries(facts.venue)}` : '1')),
  )
  const seen = new Set<string>()
  const counted = new Map<string, number>()
  const phrases = new Map<string, { papers: number; meanings: Set<number> }>()

  const records = all.map((read, place): SearchRecord => {
    const { entry, texts, words } = read
    const weights = weightsOf(words, averages)
    const others = new Map<string, number>()
    const add = (token: string, weight: number) =>
      others.set(token, (others.get(token) ?? 0) + weight)
    const strengths = new Map<number, number>()
    for (const [field, items] of fieldsOf(words)) {
      for (const item of items) {
        for (const { meaning } of book.find(item))
          strengths.set(meaning, (strengths.get(meaning) ?? 0) + weights[field])
        addCompounds(item, compounds, weights[field], add)
      }
    }
    const meant = otherNames(strengths, meanings, book)
    for (const [key, { weight }] of meant) others.set(tokenOf('meaning', key), weight)
    const kept = [...others].sort((a, b) => b[1] - a[1]).slice(0, mostOthers)
    const keptTokens = new Set(kept.map(([token]) => token))
    for (const [key, { meanings }] of meant) {
      if (!keptTokens.has(tokenOf('meaning', key))) continue
      const known = phrases.get(key) ?? { papers: 0, meanings: new Set() }
      phrases.set(key, known)
      known.papers += 1
      for (const meaning of meanings) known.meanings.add(meaning)
    }
    countWords(read, kept, seen, counted)
    const filters = Object.entries(facetValuesOf(entry.facts)).flatMap(([facet, values]) =>
      values.map((value) => attribute('filter', 'facet', filterValue(facet, value))),
    )
    return {
      url: `/papers/${entry.id}/`,
      html: [
        '<html><body>',
        ...filters,
        attribute('filter', 'shown', JSON.stringify(shownOf(entry, texts, saysOf(read, book)))),
        attribute('sort', 'newest', String(place)),
        attribute('sort', 'title', String(titleOrder[place])),
        attribute('sort', 'venue', String(venueOrder[place])),
        ...fieldsOf(words).map(([field, items]) =>
          block(weights[field], items.map(tokensOf).join(' - ')),
        ),
        ...scopedBlocks(read),
        ...otherBlocks(kept),
        '</body></html>',
      ].join(''),
    }
  })
  const byWord = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
  return {
    records,
    wordList: {
      words: new Map(
        [...seen]
          .map((word): [string, number] => [word, counted.get(stem(word)) ?? 1])
          .sort(byWord),
      ),
      phrases: new Map(
        [...phrases]
          .sort(byWord)
          .map(([key, { papers, meanings }]) => [key, { papers, meanings: [...meanings] }]),
      ),
      absent,
      titles: all.map(({ texts }) =>
        [...texts.title, ...texts.also].map((title) => titleMark(titleKey(title))),
      ),
      near: nearestPapers(
        all.map(({ texts }) => texts),
        nearest,
      ),
    },
  }
}

const fieldsOf = (words: Read['words']) => Object.entries(words) as [Field, readonly Word[][]][]

/** The place of each key among all in alphabetical order, equal keys in the order given. */
function ranks(keys: readonly string[]): number[] {
  const collator = new Intl.Collator('en', { numeric: true })
  const order = [...keys.keys()].sort(
    (a, b) => collator.compare(keys[a] ?? '', keys[b] ?? '') || a - b,
  )
  const places: number[] = []
  for (const [rank, place] of order.entries()) places[place] = rank
  return places
}

function averageLengths(all: readonly Read[]): Record<Field, number> {
  return byField(
    (field) => all.reduce((sum, { words }) => sum + lengthOf(words[field]), 0) / all.length,
  )
}

const lengthOf = (items: readonly Word[][]) => items.reduce((sum, item) => sum + item.length, 0)

/** What a word counts in each field of a paper: less in a longer text (the length normalisation of BM25). */
function weightsOf(words: Read['words'], averages: Readonly<Record<Field, number>>) {
  return byField((field) => {
    const relative = lengthOf(words[field]) / (averages[field] || 1)
    return fieldWeights[field] / (1 - lengthDiscount + lengthDiscount * relative)
  })
}

function wholesOf({ words }: Read): Set<string> {
  return new Set(
    fieldsOf(words).flatMap(([, items]) => items.flat().flatMap(({ whole }) => whole?.plain ?? [])),
  )
}

/** Adds each compound as one word, and two words as one where others write them so. */
function addCompounds(
  words: readonly Word[],
  compounds: ReadonlySet<string>,
  weight: number,
  add: (token: string, weight: number) => void,
): void {
  for (const [at, { whole, plain }] of words.entries()) {
    const next = words[at + 1]
    if (whole && words[at - 1]?.whole !== whole) add(tokenOf('word', stem(whole.plain)), weight)
    if (next && !whole && compounds.has(plain + next.plain))
      add(tokenOf('word', stem(plain + next.plain)), joinedShare * weight)
  }
}

/**
 * All names of what a paper names, each with the weight that lets Pagefind's saturated score come out as a share of what
 * the name itself would give.
 */
function otherNames(
  strengths: ReadonlyMap<number, number>,
  meanings: readonly { kind: MeaningKind }[],
  book: PhraseBook,
): Map<string, { weight: number; meanings: number[] }> {
  const shares = new Map<string, { byKind: Map<MeaningKind, number>; meanings: number[] }>()
  for (const [meaning, strength] of strengths) {
    const kind = meanings[meaning]?.kind ?? 'concept'
    const share = meaningShares[kind] * (strength / (saturation + strength))
    for (const key of book.keys(meaning)) {
      const known = shares.get(key) ?? {
        byKind: new Map<MeaningKind, number>(),
        meanings: [] as number[],
      }
      shares.set(key, known)
      known.byKind.set(kind, Math.max(known.byKind.get(kind) ?? 0, share))
      known.meanings.push(meaning)
    }
  }
  return new Map(
    [...shares].map(([key, { byKind, meanings }]) => {
      const share = Math.min(
        mostShare,
        [...byKind.values()].reduce((a, b) => a + b),
      )
      return [key, { weight: (saturation * share) / (1 - share), meanings }]
    }),
  )
}

/** What a paper says for each thing that it names, where it says it first. */
function saysOf({ texts, words }: Read, book: PhraseBook): ShownPaper['says'] {
  const said = new Set<number>()
  const says = new Map<string, number[]>()
  for (const field of ['title', 'names', 'tags', 'claim', 'text'] as const)
    for (const [at, item] of words[field].entries())
      for (const { from, to, meaning } of book.find(item)) {
        if (said.has(meaning)) continue
        said.add(meaning)
        const phrase = texts[field][at]?.slice(item[from]?.start, item[to - 1]?.end) ?? ''
        says.set(phrase, [...(says.get(phrase) ?? []), meaning])
      }
  return [...says].map(([phrase, meanings]) => [phrase, ...meanings])
}

function shownOf(
  { facts, abstract }: PlainEntry,
  texts: FieldTexts,
  says: ShownPaper['says'],
): ShownPaper {
  const { title, also, names, topics, tags, series, asks } = texts
  return {
    title: title[0] ?? '',
    authors: texts.authors.slice(0, mostAuthorsShown),
    authorCount: texts.authors.length,
    ...(facts.venue && { venue: facts.venue }),
    ...(facts.published && { year: yearOf(facts.published) }),
    ...(facts.claim && { claim: facts.claim }),
    abstract,
    also,
    names,
    topics,
    tags,
    series,
    asks,
    says,
  }
}

/** Notes which words exist, and in how many papers. */
function countWords(
  { words }: Read,
  others: readonly (readonly [string, number])[],
  seen: Set<string>,
  counted: Map<string, number>,
): void {
  const stems = new Set<string>()
  const note = (word: string) => {
    if (/\d{5}/.test(word)) return
    seen.add(word)
    stems.add(stem(word))
  }
  for (const [, items] of fieldsOf(words))
    for (const { plain, stop, whole } of items.flat()) {
      if (!stop) note(plain)
      if (whole) note(whole.plain)
    }
  const ending = tokenOf('word', '')
  for (const [token] of others)
    if (token.endsWith(ending)) {
      const word = token.slice(0, -ending.length)
      if (![...stems].includes(word)) note(word)
    }
  for (const one of stems) counted.set(one, (counted.get(one) ?? 0) + 1)
}

/** The words of a text as tokens. A small word leaves its place empty, so that phrases keep their measure. */
function tokensOf(words: readonly Word[]): string {
  return words.map(({ stem, stop }) => (stop ? '-' : tokenOf('word', stem))).join(' ')
}

/** The words by which a paper is asked for in one field, `author:munos`, and its identifiers. */
function scopedBlocks({ entry, words }: Read): string[] {
  const of = (kind: 'author' | 'title' | 'name', items: readonly Word[][]) =>
    items
      .flat()
      .flatMap(({ stem, stop, whole }) =>
        stop ? [] : [tokenOf(kind, stem), ...(whole ? [tokenOf(kind, whole.plain)] : [])],
      )
  const tokens = new Set([
    ...of('author', words.authors),
    ...of('title', [...words.title, ...words.also]),
    ...of('name', words.names),
    ...identifiersOf(entry.facts).map((id) => tokenOf('id', identifierKey(id))),
  ])
  return [block(1, [...tokens].join(' '))]
}

/** The other words of a paper, those of one weight together. */
function otherBlocks(others: readonly (readonly [string, number])[]): string[] {
  const byWeight = new Map<number, string[]>()
  for (const [token, weight] of others) {
    const rounded =
      weight > 2 ? Math.round(weight * 2) / 2 : Math.max(0.2, Math.round(weight * 5) / 5)
    byWeight.set(rounded, [...(byWeight.get(rounded) ?? []), token])
  }
  return [...byWeight]
    .sort(([a], [b]) => b - a)
    .map(([weight, tokens]) => block(weight, tokens.sort().join(' ')))
}

function block(weight: number, text: string): string {
  return text && `<p data-pagefind-weight="${Math.min(mostWeight, weight).toFixed(2)}">${text}</p>`
}

function attribute(kind: 'filter' | 'sort', name: string, value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<i data-pagefind-${kind}="${name}[title]" title="${escaped}"></i>`
}
