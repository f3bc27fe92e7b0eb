import { titleKey } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/venue.ts'
import { nearestPapers } from '../similarity/tf-idf.ts'
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
import type { ShownPaper } from './pagefind.ts'
import { stem } from './stem.ts'
import {
  type Meaning,
  type MeaningKind,
  meaningsOf,
  type PhraseBook,
  phraseBook,
} from './synonyms.ts'
import { titleMark, type WordList } from './word-list.ts'
import { identifierKey, tokenOf, type Word, wordsIn } from './words.ts'

/** One paper as Pagefind indexes it. */
export interface SearchRecord {
  /** The address of the paper's page below the site's base. */
  url: string
  /** An HTML page for Pagefind alone: weighted words, filters, sorts, and what is shown of a result. */
  html: string
}

/** How much shorter texts are preferred (b of BM25), and how soon more of the same stops counting (k1). */
const lengthDiscount = 0.4
const saturation = 1.5
/** How much another name of a thing counts beside the one that a paper says: an acronym is its long form, a concept only resembles. */
const nameShares: Readonly<Record<MeaningKind, number>> = { acronym: 0.8, tag: 0.5, concept: 0.5 }
const mostShare = 0.83
const mostNames = 200
/** How much two words count that other papers write as one. */
const joinedShare = 0.8
const nearest = 8
const mostAuthorsShown = 60
const mostWeight = 10
/** The fields that say in few words what a paper is about, each with how often a word of it counts in likeness. */
const telling = { title: 1, names: 1, claim: 1, asks: 1, topics: 1, tags: 2 } as const

/** An entry with its texts, and the words of each. */
interface Paper {
  entry: PlainEntry
  texts: FieldTexts
  words: Readonly<Record<Field, readonly Word[][]>>
}
type Weights = Readonly<Record<Field, number>>

/** What a build makes of the list for search: a record for each paper in the list's order, and the words that exist. */
export function searchRecords({ entries, listWords, absent }: Corpus): {
  records: SearchRecord[]
  wordList: WordList
} {
  const meanings = meaningsOf(listWords.vocabulary, listWords.concepts)
  const book = phraseBook(meanings)
  const papers = entries.map((entry): Paper => {
    const texts = fieldTexts(entry, listWords)
    return { entry, texts, words: byField((field) => texts[field].map(wordsIn)) }
  })
  const averages = byField(
    (field) =>
      papers.reduce((sum, { words }) => sum + words[field].flat().length, 0) / papers.length,
  )
  const compounds = new Set(
    [
      ...papers.flatMap(({ words }) => Object.values(words).flat(2)),
      ...meanings.flatMap(({ phrases }) => phrases.flatMap(wordsIn)),
    ].flatMap(({ whole }) => whole?.plain ?? []),
  )
  const counts = { words: new Map<string, number>(), phrases: new Map<string, Phrase>() }
  const records = papers.map((paper, place): SearchRecord => {
    const weights = weightsOf(paper, averages)
    const joined = joinedWords(paper, weights, compounds)
    const names = otherNames(paper, weights, meanings, book)
    count(paper, joined, names, counts)
    const { id, facts } = paper.entry
    const values = Object.entries(facetValuesOf(facts))
    return {
      url: `/papers/${id}/`,
      html: [
        '<html><body>',
        ...values.flatMap(([facet, all]) =>
          all.map((value) => attribute('filter', 'facet', filterValue(facet, value))),
        ),
        attribute('filter', 'shown', JSON.stringify(shownOf(paper, book))),
        attribute('sort', 'newest', String(place)),
        attribute('sort', 'title', titleKey(facts.title)),
        // Preprints stand last.
        attribute('sort', 'venue', facts.venue ? `0${venueSeries(facts.venue)}` : '1'),
        ...eachField(paper, (field, items) => [
          paragraph(weights[field], items.map(tokensOf).join(' - ')),
        ]),
        paragraph(1, fieldTokens(paper).join(' ')),
        ...paragraphs([
          ...[...joined].map(([word, weight]) => [tokenOf('word', stem(word)), weight] as const),
          ...[...names].map(([key, { weight }]) => [tokenOf('meaning', key), weight] as const),
        ]),
        '</body></html>',
      ].join(''),
    }
  })
  const stems = new Map<string, number>()
  for (const [word, papers] of counts.words)
    stems.set(stem(word), Math.max(papers, stems.get(stem(word)) ?? 0))
  return {
    records,
    wordList: {
      words: new Map(
        [...counts.words.keys()].sort().map((word) => [word, stems.get(stem(word)) ?? 1]),
      ),
      phrases: new Map([...counts.phrases].sort(([a], [b]) => (a < b ? -1 : 1))),
      absent,
      titles: papers.map(({ texts: { title, also } }) =>
        [...title, ...also].map((one) => titleMark(titleKey(one))),
      ),
      near: nearestPapers(papers.map(tellingWords), nearest),
    },
  }
}

function eachField<T>(
  { words }: Paper,
  make: (field: Field, items: readonly Word[][]) => T[],
): T[] {
  return Object.entries(words).flatMap(([field, items]) => make(field as Field, items))
}

/** What a word counts in each field of a paper: less in a longer text (the length normalisation of BM25). */
function weightsOf({ words }: Paper, averages: Weights): Weights {
  return byField((field) => {
    const relative = words[field].flat().length / (averages[field] || 1)
    return fieldWeights[field] / (1 - lengthDiscount + lengthDiscount * relative)
  })
}

/** Each compound of a paper as one word, and two words as one where others write them so, with their weights. */
function joinedWords(
  paper: Paper,
  weights: Weights,
  compounds: ReadonlySet<string>,
): Map<string, number> {
  const joined = new Map<string, number>()
  const add = (word: string, weight: number) => joined.set(word, (joined.get(word) ?? 0) + weight)
  for (const { field, item } of eachField(paper, (field, items) =>
    items.map((item) => ({ field, item })),
  ))
    for (const [at, { whole, plain }] of item.entries()) {
      const next = item[at + 1]
      if (whole && item[at - 1]?.whole !== whole) add(whole.plain, weights[field])
      if (next && !whole && compounds.has(plain + next.plain))
        add(plain + next.plain, joinedShare * weights[field])
    }
  return joined
}

/** A phrase of the vocabulary: about how many papers say it in some way, and what it means. */
type Phrase = { papers: number; meanings: number[] }

/**
 * All names of what a paper names, by their keys, the weightiest first. Each has the weight that lets Pagefind's saturated
 * score come out as a share of what the name itself would give.
 */
function otherNames(
  paper: Paper,
  weights: Weights,
  meanings: readonly Meaning[],
  book: PhraseBook,
): Map<string, { weight: number; meanings: number[] }> {
  const strengths = new Map<number, number>()
  for (const { field, meaning } of eachField(paper, (field, items) =>
    items.flatMap((item) => book.find(item).map(({ meaning }) => ({ field, meaning }))),
  ))
    strengths.set(meaning, (strengths.get(meaning) ?? 0) + weights[field])
  const names = new Map<
    string,
    { shares: Partial<Record<MeaningKind, number>>; meanings: number[] }
  >()
  for (const [meaning, strength] of strengths) {
    const kind = meanings[meaning]?.kind ?? 'concept'
    const share = nameShares[kind] * (strength / (saturation + strength))
    for (const key of book.keys(meaning)) {
      const name = names.get(key) ?? { shares: {}, meanings: [] }
      names.set(key, name)
      name.shares[kind] = Math.max(name.shares[kind] ?? 0, share)
      name.meanings.push(meaning)
    }
  }
  const weighed = [...names].map(([key, { shares, meanings }]) => {
    const share = Math.min(
      mostShare,
      Object.values(shares).reduce((a, b) => a + b),
    )
    return [key, { weight: (saturation * share) / (1 - share), meanings }] as const
  })
  return new Map(weighed.sort((a, b) => b[1].weight - a[1].weight).slice(0, mostNames))
}

/** Counts the words and phrases of a paper among those of all. */
function count(
  paper: Paper,
  joined: ReadonlyMap<string, number>,
  names: ReturnType<typeof otherNames>,
  { words, phrases }: { words: Map<string, number>; phrases: Map<string, Phrase> },
): void {
  const own = eachField(paper, (_, items) => items.flat()).flatMap(({ plain, stop }) =>
    stop ? [] : plain,
  )
  for (const word of new Set([...own, ...joined.keys()]))
    if (!/\d{5}/.test(word)) words.set(word, (words.get(word) ?? 0) + 1)
  for (const [key, { meanings }] of names) {
    const known = phrases.get(key) ?? { papers: 0, meanings: [] }
    const all = new Set([...known.meanings, ...meanings])
    phrases.set(key, { papers: known.papers + 1, meanings: [...all] })
  }
}

/** The words of a text as tokens. A small word leaves its place empty, so that phrases keep their measure. */
function tokensOf(words: readonly Word[]): string {
  return words.map(({ stem, stop }) => (stop ? '-' : tokenOf('word', stem))).join(' ')
}

/** The words by which a paper is asked for in one field, `author:munos`, and its identifiers. */
function fieldTokens({ entry, words }: Paper): string[] {
  const of = (kind: 'author' | 'title' | 'name', ...fields: readonly Field[]) =>
    fields
      .flatMap((field) => words[field].flat())
      .flatMap(({ stem, stop, whole }) =>
        stop ? [] : [stem, ...(whole ? [whole.plain] : [])].map((one) => tokenOf(kind, one)),
      )
  const identifiers = identifiersOf(entry.facts).map((id) => tokenOf('id', identifierKey(id)))
  const all = [...of('author', 'authors'), ...of('title', 'title', 'also'), ...of('name', 'names')]
  return [...new Set([...all, ...identifiers])]
}

/** The words that tell what a paper is about, each with how often it counts. */
function tellingWords({ words }: Paper): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [field, times] of Object.entries(telling))
    for (const { stem, stop } of words[field as Field].flat())
      if (!stop) counts.set(stem, (counts.get(stem) ?? 0) + times)
  return counts
}

function shownOf(
  { entry: { facts, abstract }, texts, words }: Paper,
  book: PhraseBook,
): ShownPaper {
  const { title, authors, also, names, topics, tags, series, asks } = texts
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
  return {
    title: title[0] ?? '',
    authors: authors.slice(0, mostAuthorsShown),
    authorCount: authors.length,
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
    says: [...says].map(([phrase, meanings]) => [phrase, ...meanings]),
  }
}

/** Tokens with their weights as paragraphs, those of about one weight together. */
function paragraphs(tokens: readonly (readonly [string, number])[]): string[] {
  const rounded = (weight: number) =>
    weight > 2 ? Math.round(weight * 2) / 2 : Math.max(0.2, Math.round(weight * 5) / 5)
  const groups = Map.groupBy(tokens, ([, weight]) => rounded(weight))
  return [...groups].map(([weight, group]) =>
    paragraph(
      weight,
      group
        .map(([token]) => token)
        .sort()
        .join(' '),
    ),
  )
}

function paragraph(weight: number, text: string): string {
  return text && `<p data-pagefind-weight="${Math.min(mostWeight, weight).toFixed(2)}">${text}</p>`
}

function attribute(kind: 'filter' | 'sort', name: string, value: string): string {
  const escaped = value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<i data-pagefind-${kind}="${name}[title]" title="${escaped}"></i>`
}
