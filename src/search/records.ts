import { titleKey } from '../model/identifier.ts'
import { venueSeries } from '../model/venue.ts'
import { nearestPapers } from '../similarity/tf-idf.ts'
import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import type { Corpus } from './corpus.ts'
import { type Field, facetValuesOf, identifiersOf, itemsOf, type SearchedEntry } from './fields.ts'
import { filterValue } from './filters.ts'
import { shownOf } from './shown.ts'
import { meaningsOf, phraseBook } from './synonyms.ts'
import { identifierKey, meaningToken, phraseKey, type TokenKind, tokenOf } from './tokens.ts'
import { type PackedList, packWords, titleHash } from './word-list.ts'
import {
  addCount,
  joinedWords,
  namedMeanings,
  typedWords,
  type WeighedItem,
  weigh,
} from './word-weights.ts'

/** One paper as Pagefind indexes it. */
export interface SearchRecord {
  /** The address of the paper's page below the site's base. */
  url: string
  /** An HTML page for Pagefind alone: weighted words, filters, sorts, and what is shown of a result. */
  html: string
}

const nearest = 8
/** The highest weight that Pagefind allows. */
const mostWeight = 10
/** The fields that count in similarity, each with how often a word of it is counted. */
const telling: Partial<Record<Field, number>> = {
  title: 1,
  names: 1,
  claim: 1,
  asks: 1,
  topics: 1,
  tags: 2,
}

/**
 * The search records of a list: one for each paper in the list's order, made lazily, and, after
 * them, the word list.
 */
export function searchRecords(corpus: Corpus) {
  const meanings = meaningsOf(corpus.vocabulary, corpus.concepts)
  const book = phraseBook(meanings)
  const { average, near } = survey(corpus)

  const wordCounts = new Map<string, number>()
  const meaningCounts = new Map<number, number>()
  const titles: string[][] = []
  const recordOf = (entry: SearchedEntry, place: number): SearchRecord => {
    const items = weigh(itemsOf(entry, corpus), average, book)
    const of = (...fields: Field[]) => items.filter(({ field }) => fields.includes(field))
    const named = namedMeanings(items)
    for (const word of new Set(items.flatMap(typedWords))) addCount(wordCounts, word, 1)
    for (const meaning of named.keys()) addCount(meaningCounts, meaning, 1)
    titles.push(of('title', 'also').map(({ text }) => titleHash(titleKey(text))))
    const html = [
      ...Object.entries(facetValuesOf(entry)).flatMap(([facet, values]) =>
        values.map((value) => attribute('filter', 'facet', filterValue(facet, value))),
      ),
      attribute('filter', 'shown', JSON.stringify(shownOf(entry, items))),
      attribute('sort', 'newest', String(place)),
      attribute('sort', 'title', titleKey(entry.title)),
      // Preprints sort last.
      attribute('sort', 'venue', entry.venue ? `0${venueSeries(entry.venue)}` : '1'),
      ...[...Map.groupBy(items, ({ weight }) => weight)].map(([weight, all]) =>
        paragraph(weight, tokensOf(all)),
      ),
      // Tokens for `author:munos` and for identifiers.
      paragraph(1, tokensOf(of('authors'), 'author')),
      paragraph(1, tokensOf(of('title', 'also'), 'title')),
      paragraph(1, tokensOf(of('names'), 'name')),
      paragraph(
        1,
        identifiersOf(entry)
          .map((id) => tokenOf('id', identifierKey(id)))
          .join(' '),
      ),
      ...paragraphs([
        ...[...joinedWords(items)].map(
          ([word, weight]) => [tokenOf('word', stem(word)), weight] as const,
        ),
        ...[...named].map(([meaning, weight]) => [meaningToken(meaning), weight] as const),
      ]),
    ]
    return { url: `/papers/${entry.id}/`, html: `<html><body>${html.join('')}</body></html>` }
  }
  return {
    *records() {
      for (const [place, entry] of corpus.entries.entries()) yield recordOf(entry, place)
    },
    wordList: (): PackedList => ({
      ...packWords(wordCounts),
      meanings: meanings.map(({ phrases }, meaning) => {
        const papers = meaningCounts.get(meaning) ?? 0
        const keys = papers > 0 ? phrases.map((phrase) => phraseKey(wordsIn(phrase))) : []
        return [papers, ...new Set(keys)]
      }),
      absent: corpus.absent,
      paths: corpus.paths,
      titles,
      near: near.map((papers) => papers.map(([at, share]) => [at, Math.round(share * 100)])),
    }),
  }
}

/** Reads all entries once for the mean length of each field and each paper's neighbours, without keeping their words in memory. */
function survey(corpus: Corpus) {
  const lengths = new Map<Field, number>()
  const bags = corpus.entries.map((entry) => {
    const bag = new Map<string, number>()
    for (const { field, words } of itemsOf(entry, corpus)) {
      addCount(lengths, field, words.length)
      const times = telling[field]
      if (times) for (const { stem, stop } of words) if (!stop) addCount(bag, stem, times)
    }
    return bag
  })
  const average = (field: Field) => (lengths.get(field) ?? 0) / bags.length
  return { average, near: nearestPapers(bags, nearest) }
}

/**
 * Texts as tokens. A stop word leaves a gap, so that distances in phrases stay true; a name such as `NeurIPS`
 * follows its parts as a whole.
 */
function tokensOf(items: readonly WeighedItem[], kind: TokenKind = 'word'): string {
  const tokens = ({ words }: WeighedItem) =>
    words.flatMap(({ stem: own, stop, whole }, at) => [
      stop ? '-' : tokenOf(kind, own),
      ...(whole?.solid && words[at + 1]?.whole !== whole ? [tokenOf(kind, stem(whole.plain))] : []),
    ])
  return items.map((item) => tokens(item).join(' ')).join(' - ')
}

/** Tokens as weighted paragraphs; tokens of similar weight share one. */
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
