import { titleKey } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/venue.ts'
import { nearestPapers } from '../similarity/tf-idf.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsIn } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { facetValuesOf } from './facets.ts'
import { byField, type Field, fieldTexts, fieldWeights, identifiersOf } from './fields.ts'
import { filterValue } from './filters.ts'
import {
  eachField,
  joinedWords,
  meaningsOfPaper,
  type Paper,
  type Weights,
} from './other-words.ts'
import type { ShownPaper } from './pagefind.ts'
import { type Meaning, meaningsOf, type PhraseBook, phraseBook } from './synonyms.ts'
import { identifierKey, meaningToken, phraseKey, tokenOf } from './tokens.ts'
import { titleMark, type WordList } from './word-list.ts'

/** One paper as Pagefind indexes it. */
export interface SearchRecord {
  /** The address of the paper's page below the site's base. */
  url: string
  /** An HTML page for Pagefind alone: weighted words, filters, sorts, and what is shown of a result. */
  html: string
}

/** How much shorter texts are preferred (b of BM25). */
const lengthDiscount = 0.4
const nearest = 8
const mostAuthorsShown = 60
const mostWeight = 10
/** The fields that say in few words what a paper is about, each with how often a word of it counts in likeness. */
const telling = { title: 1, names: 1, claim: 1, asks: 1, topics: 1, tags: 2 } as const

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
  const counts = { words: new Map<string, number>(), meanings: new Map<number, number>() }
  const records = papers.map((paper, place): SearchRecord => {
    const weights = weightsOf(paper, averages)
    const joined = joinedWords(paper, weights, compounds)
    const said = meaningsOfPaper(paper, weights, meanings, book)
    count(paper, joined, said, counts)
    const { id, title, venue } = paper.entry
    const values = Object.entries(facetValuesOf(paper.entry))
    return {
      url: `/papers/${id}/`,
      html: [
        '<html><body>',
        ...values.flatMap(([facet, all]) =>
          all.map((value) => attribute('filter', 'facet', filterValue(facet, value))),
        ),
        attribute('filter', 'shown', JSON.stringify(shownOf(paper, book))),
        attribute('sort', 'newest', String(place)),
        attribute('sort', 'title', titleKey(title)),
        // Preprints stand last.
        attribute('sort', 'venue', venue ? `0${venueSeries(venue)}` : '1'),
        ...eachField(paper, (field, items) => [
          paragraph(weights[field], items.map(tokensOf).join(' - ')),
        ]),
        paragraph(1, fieldTokens(paper).join(' ')),
        ...paragraphs([
          ...[...joined].map(([word, weight]) => [tokenOf('word', stem(word)), weight] as const),
          ...[...said].map(([meaning, weight]) => [meaningToken(meaning), weight] as const),
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
      phrases: phrasesOf(meanings, counts.meanings),
      absent,
      titles: papers.map(({ texts: { title, also } }) =>
        [...title, ...also].map((one) => titleMark(titleKey(one))),
      ),
      near: nearestPapers(papers.map(tellingWords), nearest),
    },
  }
}

/** What a word counts in each field of a paper: less in a longer text (the length normalisation of BM25). */
function weightsOf({ words }: Paper, averages: Weights): Weights {
  return byField((field) => {
    const relative = words[field].flat().length / (averages[field] || 1)
    return fieldWeights[field] / (1 - lengthDiscount + lengthDiscount * relative)
  })
}

/** Counts the words and phrases of a paper among those of all. */
function count(
  paper: Paper,
  joined: ReadonlyMap<string, number>,
  said: ReadonlyMap<number, number>,
  { words, meanings }: { words: Map<string, number>; meanings: Map<number, number> },
): void {
  const own = eachField(paper, (_, items) => items.flat()).flatMap(({ plain, stop, whole }) => [
    ...(stop ? [] : [plain]),
    ...(whole ? [whole.plain] : []),
  ])
  for (const word of new Set([...own, ...joined.keys()]))
    if (!/\d{5}/.test(word)) words.set(word, (words.get(word) ?? 0) + 1)
  for (const meaning of said.keys()) meanings.set(meaning, (meanings.get(meaning) ?? 0) + 1)
}

/** The phrases of all meanings that some paper names, by their keys. */
function phrasesOf(
  meanings: readonly Meaning[],
  counts: ReadonlyMap<number, number>,
): WordList['phrases'] {
  const all = new Map<string, { papers: number; meanings: number[] }>()
  for (const [meaning, { phrases }] of meanings.entries()) {
    const papers = counts.get(meaning)
    if (!papers) continue
    for (const key of new Set(phrases.map((phrase) => phraseKey(wordsIn(phrase))))) {
      const known = all.get(key) ?? { papers: 0, meanings: [] }
      all.set(key, {
        papers: Math.max(known.papers, papers),
        meanings: [...known.meanings, meaning],
      })
    }
  }
  return new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * The words of a text as tokens. A small word leaves its place empty, so that phrases keep their measure; a name such as
 * `NeurIPS` stands as a whole behind its parts.
 */
function tokensOf(words: readonly Word[]): string {
  return words
    .flatMap(({ stem: own, stop, whole }, at) => [
      stop ? '-' : tokenOf('word', own),
      ...(whole?.solid && words[at + 1]?.whole !== whole
        ? [tokenOf('word', stem(whole.plain))]
        : []),
    ])
    .join(' ')
}

/** The words by which a paper is asked for in one field, `author:munos`, and its identifiers. */
function fieldTokens({ entry, words }: Paper): string[] {
  const of = (kind: 'author' | 'title' | 'name', ...fields: readonly Field[]) =>
    fields
      .flatMap((field) => words[field].flat())
      .flatMap(({ stem, stop, whole }) =>
        stop ? [] : [stem, ...(whole ? [whole.plain] : [])].map((one) => tokenOf(kind, one)),
      )
  const identifiers = identifiersOf(entry).map((id) => tokenOf('id', identifierKey(id)))
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

function shownOf({ entry, texts, words }: Paper, book: PhraseBook): ShownPaper {
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
    ...(entry.venue && { venue: entry.venue }),
    ...(entry.published && { year: yearOf(entry.published) }),
    ...(entry.claim && { claim: entry.claim }),
    abstract: entry.abstractText,
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
