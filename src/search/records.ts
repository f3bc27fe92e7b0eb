import { titleKey } from '../model/identifier.ts'
import { yearOf } from '../model/partial-date.ts'
import { venueSeries } from '../model/venue.ts'
import { nearestPapers } from '../similarity/tf-idf.ts'
import { stem } from '../text/stem.ts'
import { type Word, wordsIn } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import {
  type Field,
  facetValuesOf,
  type Item,
  identifiersOf,
  itemsOf,
  type SearchedEntry,
} from './fields.ts'
import { filterValue } from './filters.ts'
import type { ShownPaper } from './pagefind.ts'
import { meaningsOf, type PhraseBook, phraseBook } from './synonyms.ts'
import { identifierKey, meaningToken, type TokenKind, tokenOf } from './tokens.ts'
import { titleMark, type WrittenList } from './word-list.ts'
import {
  add,
  joinedWords,
  namedMeanings,
  phrasesOf,
  typedWords,
  weightsOf,
} from './word-weights.ts'

/** One paper as Pagefind indexes it. */
export interface SearchRecord {
  /** The address of the paper's page below the site's base. */
  url: string
  /** An HTML page for Pagefind alone: weighted words, filters, sorts, and what is shown of a result. */
  html: string
}

const nearest = 8
const mostAuthorsShown = 60
/** The most that Pagefind lets a word weigh. */
const mostWeight = 10
/** The fields that say in few words what a paper is about, each with how often a word of it counts in likeness. */
const telling: Partial<Record<Field, number>> = {
  title: 1,
  names: 1,
  claim: 1,
  asks: 1,
  topics: 1,
  tags: 2,
}

/** What a build makes of the list for search: a record for each paper in the list's order, and the words that exist. */
export function searchRecords({ entries, listWords, absent }: Corpus): {
  records: SearchRecord[]
  wordList: WrittenList
} {
  const meanings = meaningsOf(listWords.vocabulary, listWords.concepts)
  const book = phraseBook(meanings)
  const compounds = new Set<string>()
  const keepCompounds = (words: readonly Word[]) => {
    for (const { whole } of words) if (whole) compounds.add(whole.plain)
  }
  for (const { phrases } of meanings) for (const phrase of phrases) keepCompounds(wordsIn(phrase))
  const lengths = new Map<Field, number>()
  // The entries are read twice: the words of a whole list would fill the memory.
  const bags = entries.map((entry) => {
    const bag = new Map<string, number>()
    for (const { field, words } of itemsOf(entry, listWords)) {
      lengths.set(field, (lengths.get(field) ?? 0) + words.length)
      keepCompounds(words)
      const times = telling[field]
      if (times) for (const { stem, stop } of words) if (!stop) add(bag, stem, times)
    }
    return bag
  })

  const wordCounts = new Map<string, number>()
  const meaningCounts = new Map<number, number>()
  const titles: string[][] = []
  const records = entries.map((entry, place): SearchRecord => {
    const items = itemsOf(entry, listWords)
    const weights = weightsOf(items, (field) => (lengths.get(field) ?? 0) / entries.length)
    const joined = joinedWords(items, weights, compounds)
    const named = namedMeanings(items, weights, meanings, book)
    for (const word of new Set([...items.flatMap(typedWords), ...joined.keys()]))
      add(wordCounts, word, 1)
    for (const meaning of named.keys()) add(meaningCounts, meaning, 1)
    titles.push(of(items, 'title', 'also').map(({ text }) => titleMark(titleKey(text))))
    return {
      url: `/papers/${entry.id}/`,
      html: [
        '<html><body>',
        ...Object.entries(facetValuesOf(entry)).flatMap(([facet, values]) =>
          values.map((value) => attribute('filter', 'facet', filterValue(facet, value))),
        ),
        attribute('filter', 'shown', JSON.stringify(shownOf(entry, items, book))),
        attribute('sort', 'newest', String(place)),
        attribute('sort', 'title', titleKey(entry.title)),
        // Preprints stand last.
        attribute('sort', 'venue', entry.venue ? `0${venueSeries(entry.venue)}` : '1'),
        ...[...Map.groupBy(items, ({ field }) => field)].map(([field, all]) =>
          paragraph(weights(field), tokensOf(all)),
        ),
        // What is asked for in one field, `author:munos`, and by identifiers.
        paragraph(1, tokensOf(of(items, 'authors'), 'author')),
        paragraph(1, tokensOf(of(items, 'title', 'also'), 'title')),
        paragraph(1, tokensOf(of(items, 'names'), 'name')),
        paragraph(
          1,
          identifiersOf(entry)
            .map((id) => tokenOf('id', identifierKey(id)))
            .join(' '),
        ),
        ...paragraphs([
          ...[...joined].map(([word, weight]) => [tokenOf('word', stem(word)), weight] as const),
          ...[...named].map(([meaning, weight]) => [meaningToken(meaning), weight] as const),
        ]),
        '</body></html>',
      ].join(''),
    }
  })
  const stems = new Map<string, number>()
  for (const [word, papers] of wordCounts)
    stems.set(stem(word), Math.max(papers, stems.get(stem(word)) ?? 0))
  return {
    records,
    wordList: {
      words: new Map(
        [...wordCounts.keys()].sort().map((word) => [word, stems.get(stem(word)) ?? 1]),
      ),
      phrases: phrasesOf(meanings, meaningCounts),
      absent,
      titles,
      near: nearestPapers(bags, nearest),
    },
  }
}

function of(items: readonly Item[], ...fields: readonly Field[]): Item[] {
  return items.filter(({ field }) => fields.includes(field))
}

/**
 * Texts as tokens. A small word leaves its place empty, so that phrases keep their measure; a name such as `NeurIPS`
 * stands as a whole behind its parts.
 */
function tokensOf(items: readonly Item[], kind: TokenKind = 'word'): string {
  const tokens = ({ words }: Item) =>
    words.flatMap(({ stem: own, stop, whole }, at) => [
      stop ? '-' : tokenOf(kind, own),
      ...(whole?.solid && words[at + 1]?.whole !== whole ? [tokenOf(kind, stem(whole.plain))] : []),
    ])
  return items.map((item) => tokens(item).join(' ')).join(' - ')
}

function shownOf(entry: SearchedEntry, items: readonly Item[], book: PhraseBook): ShownPaper {
  const texts = (field: Field) => of(items, field).map(({ text }) => text)
  const authors = texts('authors')
  return {
    title: texts('title')[0] ?? '',
    authors: authors.slice(0, mostAuthorsShown),
    authorCount: authors.length,
    ...(entry.venue && { venue: entry.venue }),
    ...(entry.published && { year: yearOf(entry.published) }),
    ...(entry.paper && { address: entry.paper }),
    ...(entry.claim && { claim: entry.claim }),
    abstract: entry.abstractText,
    also: texts('also'),
    names: texts('names'),
    topics: texts('topics'),
    tags: texts('tags'),
    series: texts('series'),
    asks: texts('asks'),
    says: sayings(items, book),
  }
}

/** The paper's own words for things of the vocabulary, where it names each first. */
function sayings(items: readonly Item[], book: PhraseBook): ShownPaper['says'] {
  const said = new Set<number>()
  const sayings = new Map<string, number[]>()
  for (const { text, words } of of(items, 'title', 'names', 'tags', 'claim', 'text'))
    for (const { from, to, meaning } of book.find(words)) {
      if (said.has(meaning)) continue
      said.add(meaning)
      const phrase = text.slice(words[from]?.start, words[to - 1]?.end)
      sayings.set(phrase, [...(sayings.get(phrase) ?? []), meaning])
    }
  return [...sayings].map(([phrase, meanings]) => [phrase, ...meanings])
}

/** Tokens with their weights as paragraphs, those of about one weight together. */
function paragraphs(tokens: readonly (readonly [string, number])[]): string[] {
  const rounded = (weight: number) =>
    weight > 2 ? Math.round(weight * 2) / 2 : Math.max(0.2, Math.round(weight * 5) / 5)
  return [...Map.groupBy(tokens, ([, weight]) => rounded(weight))].map(([weight, group]) =>
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
