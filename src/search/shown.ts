import { yearOf } from '../model/partial-date.ts'
import type { Field, Item, SearchedEntry } from './fields.ts'
import type { FoundMeaning } from './synonyms.ts'

/** What a result shows of a paper. Pagefind's fragment carries it as the value of a filter, because Pagefind would index the words of metadata. */
export interface ShownPaper {
  title: string
  /** The first authors, and the number of all authors. */
  authors: readonly string[]
  authorCount: number
  venue?: string
  year?: number
  /** The paper's address, for print. */
  address?: string
  claim?: string
  abstract: string
  also: readonly string[]
  names: readonly string[]
  topics: readonly string[]
  tags: readonly string[]
  series: readonly string[]
  asks: readonly string[]
  /** The paper's own terms from the vocabulary, each with the numbers of its meanings. */
  says: readonly (readonly [phrase: string, ...meanings: number[]])[]
  /** The COinS context object that lets reference managers save the paper. */
  coins?: string
}

type ReadItem = Item & { said: readonly FoundMeaning[] }

const mostAuthorsShown = 60

/** What a result shows of an entry with these items. */
export function shownOf(entry: SearchedEntry, items: readonly ReadItem[]): ShownPaper {
  const texts = (field: Field) => items.flatMap((item) => (item.field === field ? item.text : []))
  const { venue, published, paper, claim, coins } = entry
  const authors = texts('authors')
  return {
    title: texts('title')[0] ?? '',
    authors: authors.slice(0, mostAuthorsShown),
    authorCount: authors.length,
    ...(venue && { venue }),
    ...(published && { year: yearOf(published) }),
    ...(paper && { address: paper }),
    ...(claim && { claim }),
    abstract: entry.abstractText,
    also: texts('also'),
    names: texts('names'),
    topics: texts('topics'),
    tags: texts('tags'),
    series: texts('series'),
    asks: texts('asks'),
    says: sayings(items),
    ...(coins && { coins }),
  }
}

const saying: readonly Field[] = ['title', 'names', 'tags', 'claim', 'text']

/** The paper's own terms from the vocabulary, where each is used first. */
function sayings(items: readonly ReadItem[]): ShownPaper['says'] {
  const said = new Set<number>()
  const sayings = new Map<string, number[]>()
  for (const { field, text, words, said: found } of items)
    for (const { from, to, meaning } of saying.includes(field) ? found : []) {
      if (said.has(meaning)) continue
      said.add(meaning)
      const phrase = text.slice(words[from]?.start, words[to - 1]?.end)
      sayings.set(phrase, [...(sayings.get(phrase) ?? []), meaning])
    }
  return [...sayings].map(([phrase, meanings]) => [phrase, ...meanings])
}
