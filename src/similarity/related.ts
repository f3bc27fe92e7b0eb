import type { EntryFacts } from '../model/entry.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { contentWords, lowerWords } from './terms.ts'
import { bagOf, collectionOf, nearestAmong, type Weights, weightedSum } from './tf-idf.ts'

/** The facts of a paper that are compared. */
export interface ComparedPaper
  extends Pick<EntryFacts, 'title' | 'claim' | 'asks' | 'topics' | 'tags'> {
  id: string
  abstractText: string
}

/** A paper that is related to another. */
export interface Related<T> {
  paper: T
  /** What the two share, at most three, most important first: names of tags and of things, otherwise quoted words. */
  shared: string[]
}

const titleTimes = 3
const claimTimes = 2
const mostShared = 3
/** A name such as `AlpacaEval`. */
const nameOfThing =
  /(?<![\p{Letter}\d-])\p{Lu}[\p{Letter}\d]*(?:\p{Ll}\p{Lu}|\d)[\p{Letter}\d]*(?![\p{Letter}\d-])/gu

interface Item {
  paper: ComparedPaper
  vector: Weights
}

/**
 * The vector of each paper; the cosine of two is their similarity. Its terms are the curator's tags, tags that the text
 * names, topics, names of things, and words. Rare terms weigh more.
 */
export function paperVectors(
  papers: readonly ComparedPaper[],
  tags: Vocabulary['tags'],
): Weights[] {
  const namedTags = tagFinder(tags)
  const bags = (termsOf: (paper: ComparedPaper) => Iterable<string>, kind: string) =>
    papers.map((paper) => bagOf([[[...termsOf(paper)].map((term) => `${kind}:${term}`), 1]]))
  const words = papers.map(({ title, claim = '', asks = [], abstractText }) =>
    bagOf([
      [contentWords(title), titleTimes],
      [contentWords(claim), claimTimes],
      [[...asks, abstractText].flatMap(contentWords), 1],
    ]),
  )
  const parts = (
    [
      [bags((paper) => paper.tags ?? [], 'tag'), 1],
      [bags((paper) => namedTags(textsOf(paper)), 'named'), 0.5],
      [bags((paper) => paper.topics ?? [], 'topic'), 0.4],
      [bags((paper) => new Set(ownTextsOf(paper).join(' ').match(nameOfThing)), 'name'), 0.1],
      [words, 3],
    ] as const
  ).map(([bags, share]) => [collectionOf(bags).weights, Math.sqrt(share)] as const)
  return papers.map((_, place) =>
    weightedSum(parts.map(([vectors, times]) => [vectors[place] ?? new Map(), times])),
  )
}

/** The paper's own texts. */
const ownTextsOf = ({ title, claim = '', abstractText }: ComparedPaper) => [
  title,
  claim,
  abstractText,
]
const textsOf = (paper: ComparedPaper) => [...ownTextsOf(paper), ...(paper.asks ?? [])]

/** Makes a function that finds the tags whose id, name or alias occurs in some texts. */
function tagFinder(tags: Vocabulary['tags']): (texts: readonly string[]) => Set<string> {
  const byFirst = new Map<string, { id: string; words: string[] }[]>()
  for (const [id, { name, aliases }] of Object.entries(tags))
    for (const words of [name, id, ...aliases].map(lowerWords)) {
      const [first] = words
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { id, words }])
    }
  return (texts) => {
    const found = new Set<string>()
    for (const words of texts.map(lowerWords))
      for (const [at, word] of words.entries())
        for (const phrase of byFirst.get(word) ?? [])
          if (phrase.words.every((one, offset) => words[at + offset] === one)) found.add(phrase.id)
    return found
  }
}

/** What two papers share, most important first. */
function sharedBy(
  { paper: one, vector: a }: Item,
  { paper: other, vector: b }: Item,
  tags: Vocabulary['tags'],
): string[] {
  const heaviest = (isWanted: (term: string) => boolean) =>
    [...a]
      .filter(([term]) => isWanted(term) && b.has(term))
      .map(([term, weight]) => ({ term, weight: weight * (b.get(term) ?? 0) }))
      .sort((x, y) => y.weight - x.weight)
      .map(({ term }) => term)
  const ofKind = (kind: string) =>
    heaviest((term) => term.startsWith(`${kind}:`)).map((term) => term.slice(kind.length + 1))
  // A tag that both texts name counts only if one of the papers has it.
  const isAbout = (id: string) => [one, other].some((paper) => paper.tags?.includes(id))
  const ids = new Set([...ofKind('tag'), ...ofKind('named').filter(isAbout)])
  const shared = [...[...ids].map((id) => tags[id]?.name ?? id), ...ofKind('name')]
  if (shared.length > 0) return shared.slice(0, mostShared)
  const words = ownTextsOf(one).flatMap(
    (text) => text.match(/[\p{Letter}\p{Number}]+(?:-[\p{Letter}\p{Number}]+)*/gu) ?? [],
  )
  const others = new Set(ownTextsOf(other).flatMap(contentWords))
  const quoted = heaviest((term) => others.has(term)).flatMap(
    (term) => words.find((word) => contentWords(word).includes(term)) ?? [],
  )
  return [...new Set(quoted)].slice(0, mostShared).map((word) => `“${word}”`)
}

/**
 * Makes a function that returns the papers most similar to one, with what they share. Equally similar papers keep their
 * order; papers that share nothing are not related.
 */
export function relatedIndex<T extends ComparedPaper>(
  papers: readonly T[],
  tags: Vocabulary['tags'],
  vectors = paperVectors(papers, tags),
): (paper: T, most: number) => Related<T>[] {
  const nearest = nearestAmong(vectors)
  const items = papers.map((paper, place) => ({ paper, vector: vectors[place] ?? new Map() }))
  const byId = new Map(items.map((item) => [item.paper.id, item]))
  return ({ id }, most) => {
    const own = byId.get(id)
    if (!own) return []
    return nearest(own.vector, most + 1, own.vector.size)
      .flatMap(([place]) => items[place] ?? [])
      .filter((item) => item !== own)
      .slice(0, most)
      .map((item) => ({ paper: item.paper, shared: sharedBy(own, item, tags) }))
  }
}
