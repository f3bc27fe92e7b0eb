import { yearOf } from '../model/partial-date.ts'
import type { Field, Item, SearchedEntry } from './fields.ts'
import type { FoundMeaning } from './synonyms.ts'

/** What is shown of a paper among results. It rides in Pagefind's fragment as the value of a filter, which Pagefind doesn't index as words. */
export interface ShownPaper {
  title: string
  /** The first authors, and how many there are in all. */
  authors: readonly string[]
  authorCount: number
  venue?: string
  year?: number
  /** Where the paper is, to be printed. */
  address?: string
  claim?: string
  abstract: string
  also: readonly string[]
  names: readonly string[]
  topics: readonly string[]
  tags: readonly string[]
  series: readonly string[]
  asks: readonly string[]
  /** The paper's own words for things of the vocabulary, each with the numbers of what they mean. */
  says: readonly (readonly [phrase: string, ...meanings: number[]])[]
  /** The record by which reference managers save it, a COinS context object. */
  coins?: string
}

type ReadItem = Item & { said: readonly FoundMeaning[] }

const mostAuthorsShown = 60

/** What is shown of an entry, whose items these are. */
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

/** The paper's own words for things of the vocabulary, where it names each first. */
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
