import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { countTerms, spread, together, type Weights, weigh } from './weights.ts'

/** What is known of a paper before anybody has judged it. */
export interface PaperText {
  /** The title in plain characters. */
  title: string
  /** The abstract as a reader sees it; empty when there is none. */
  abstract: string
}

/** An entry of the list, as a suggestion learns from it. */
export interface JudgedPaper extends PaperText {
  id: string
  topics: readonly string[]
  tags: readonly string[]
}

/** What suggestions are made from. */
export interface SuggestionSources {
  entries: readonly JudgedPaper[]
  topics: readonly Pick<Topic, 'id' | 'name' | 'description' | 'include'>[]
  tags: Vocabulary['tags']
}

/** The list as suggestions see it: every entry, topic and tag as a direction among the terms. */
export interface SuggestionCorpus {
  entries: readonly (JudgedPaper & { weights: Weights })[]
  /** Topic ids to what their rule and the entries on their shelf say, taken together. */
  topics: ReadonlyMap<string, Weights>
  /** Tag ids to what their meaning, their aliases and the entries that carry them say, taken together. */
  tags: ReadonlyMap<string, Weights>
  vocabulary: Vocabulary['tags']
  /** A paper's text as a direction among the terms of the list. */
  read(paper: PaperText): Weights
  /** The same list as if one of its entries had never been on it. */
  without(id: string): SuggestionCorpus
}

const titleTimes = 3
const tagTimes = 3
const ownWordsTimes = 3

const paperTexts = ({ title, abstract }: PaperText) =>
  [
    [title, titleTimes],
    [abstract, 1],
  ] as const

/** Reads the list once, so that any number of papers can be compared with it. */
export function suggestionCorpus({ entries, topics, tags }: SuggestionSources): SuggestionCorpus {
  const tagText = (id: string) => {
    const { name = id, aliases = [] } = tags[id] ?? {}
    return [name, ...aliases].join('. ')
  }
  const own = (id: string, names: string, rule: string) =>
    [id, countTerms([[names, 2] as const, [rule, 1] as const])] as const
  const ownTopics = topics.map(({ id, name, description, include }) =>
    own(id, name, `${description} ${include}`),
  )
  const ownTags = Object.entries(tags).map(([id, { meaning }]) => own(id, tagText(id), meaning))
  const counted = entries.map((entry) => ({
    entry,
    counts: countTerms([
      ...paperTexts(entry),
      ...entry.tags.map((id) => [tagText(id), tagTimes] as const),
    ]),
  }))
  return weighed(counted, ownTopics, ownTags, tags)
}

type Counted = readonly { entry: JudgedPaper; counts: Weights }[]
type OwnWords = readonly (readonly [id: string, counts: Weights])[]

function weighed(
  counted: Counted,
  ownTopics: OwnWords,
  ownTags: OwnWords,
  vocabulary: Vocabulary['tags'],
): SuggestionCorpus {
  const found = spread(counted.map(({ counts }) => counts))
  const direction = (counts: Weights) => weigh(counts, found, counted.length)
  const entries = counted.map(({ entry, counts }) => ({ ...entry, weights: direction(counts) }))
  const profiles = (own: OwnWords, carried: (entry: JudgedPaper) => readonly string[]) =>
    new Map(
      own.map(([id, counts]) => {
        const carriers = entries.filter((entry) => carried(entry).includes(id))
        const parts = carriers.map(({ weights }) => [weights, 1] as const)
        return [id, together([[direction(counts), ownWordsTimes], ...parts])]
      }),
    )
  return {
    entries,
    topics: profiles(ownTopics, ({ topics }) => topics),
    tags: profiles(ownTags, ({ tags }) => tags),
    vocabulary,
    read: (paper) => direction(countTerms(paperTexts(paper))),
    without: (id) =>
      weighed(
        counted.filter(({ entry }) => entry.id !== id),
        ownTopics,
        ownTags,
        vocabulary,
      ),
  }
}
