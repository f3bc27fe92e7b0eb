import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { validFacts } from '../rules/engine/rule.ts'
import { termsOf, wordsOf } from '../similarity/terms.ts'
import { bagOf, collectionOf, cosine, sharedTerms, weightedSum } from '../similarity/tf-idf.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { plainText } from '../text/plain.ts'
import { shortTitle, titleText } from '../text/title.ts'

/** What is known of a paper before anybody has judged it. */
export interface PaperText {
  /** The title in plain characters. */
  title: string
  /** The abstract as a reader sees it; empty when there is none. */
  abstract: string
}

/** An entry of the list, from which suggestions learn. */
export interface JudgedPaper extends PaperText {
  id: string
  topics: readonly string[]
  tags: readonly string[]
}

/** A topic or tag that a paper may belong to, and why. */
export interface Suggestion {
  /** The id of the topic or tag. */
  id: string
  /** Whether it is likely enough to be chosen unless somebody objects. */
  likely: boolean
  /** In one phrase: what the paper names, which terms it shares, and the nearest entries. */
  why: string
}

/** The topics and tags that a paper may belong to, the likeliest first. */
export interface Suggestions {
  topics: Suggestion[]
  tags: Suggestion[]
}

function shortOf(title: string): string {
  const head = shortTitle(title)
  return head.length > 50 ? `${head.slice(0, 50).replace(/\s+\S*$/, '')} …` : head
}

// How many are suggested, how near to the best one a likely one scores, and how much at least.
// Every entry, judged without itself, reaches more than the least.
const topicLimits = { most: 3, share: 0.75, least: 0.065 }
const tagLimits = { most: 8, share: 0.5, least: 0.1 }

// A tag whose name stands in the paper counts for more than one that the paper only resembles.
const namedInTitle = 0.15
const namedInAbstract = 0.08

const titleTimes = 3
const tagTimes = 3
const ownNameTimes = 2
const ownWordsTimes = 3

/**
 * A function that suggests topics and tags for a paper; the list is read once. A topic or tag is the sum of its own words
 * and of the entries that carry it, and scores by the cosine between that sum and the paper.
 */
export function suggestionsFrom({
  entries,
  topics,
  tags,
}: {
  entries: readonly JudgedPaper[]
  topics: readonly Pick<Topic, 'id' | 'name' | 'description' | 'include'>[]
  tags: Vocabulary['tags']
}): (paper: PaperText) => Suggestions {
  const namesOf = (id: string) => [tags[id]?.name ?? id, ...(tags[id]?.aliases ?? [])]
  const tagTerms = (id: string) => termsOf(namesOf(id).join('. '))
  const { weights, weigh, nearest } = collectionOf(
    entries.map((entry) => bagOf([...partsOf(entry), [entry.tags.flatMap(tagTerms), tagTimes]])),
  )
  const profileOf = (kind: 'topics' | 'tags', id: string, name: string[], meaning: string) => {
    const carries = (entry: JudgedPaper) => entry[kind].includes(id)
    const own = bagOf([
      [name, ownNameTimes],
      [termsOf(meaning), 1],
    ])
    const carriers = entries.flatMap((entry, at) => (carries(entry) && weights[at]) || [])
    const parts = carriers.map((one) => [one, 1] as const)
    const names = kind === 'tags' ? namesOf(id) : []
    return { id, names, carries, weights: weightedSum([[weigh(own), ownWordsTimes], ...parts]) }
  }
  const topicProfiles = topics.map(({ id, name, description, include }) =>
    profileOf('topics', id, termsOf(name), `${description} ${include}`),
  )
  const tagProfiles = Object.entries(tags).map(([id, { meaning }]) =>
    profileOf('tags', id, tagTerms(id), meaning),
  )
  return (paper) => {
    const asked = weigh(bagOf(partsOf(paper)))
    const near = nearest(asked).flatMap(([place]) => entries[place] ?? [])
    const title = phrase(paper.title)
    const text = title + phrase(paper.abstract)
    const best = (
      profiles: typeof tagProfiles,
      { most, share, least }: typeof tagLimits,
    ): Suggestion[] => {
      const ranked = profiles
        .map((profile) => {
          const named = profile.names.filter((name) => text.includes(phrase(name)))
          const inTitle = named.some((name) => title.includes(phrase(name)))
          const bonus = named.length === 0 ? 0 : inTitle ? namedInTitle : namedInAbstract
          return { ...profile, named: named[0], score: cosine(asked, profile.weights) + bonus }
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, most)
      const likely = Math.max((ranked[0]?.score ?? 0) * share, least)
      return ranked.map(({ id, score, named, carries, weights }) => {
        const like = near.filter(carries).slice(0, 2)
        const terms = sharedTerms(asked, weights, 3)
        const why = [
          named && `the paper says “${named}”`,
          terms.length > 0 && `shares ${terms.join(', ')}`,
          like.length > 0 && `near ${like.map(({ title }) => `“${shortOf(title)}”`).join(' and ')}`,
        ]
        return { id, likely: score >= likely, why: why.filter(Boolean).join('; ') }
      })
    }
    return { topics: best(topicProfiles, topicLimits), tags: best(tagProfiles, tagLimits) }
  }
}

const partsOf = ({ title, abstract }: PaperText) =>
  [
    [termsOf(title), titleTimes],
    [termsOf(abstract), 1],
  ] as const

/** A text's words with a space before and behind each, so that whole words are found. */
function phrase(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

/** What suggestions learn from an entry's file, as far as its facts are valid; undefined when it has no title. */
export function judgedPaper(file: EntryFile): JudgedPaper | undefined {
  const { title, topics = [], tags = [] } = validFacts(file)
  if (!title) return undefined
  return { id: file.id, title: titleText(title), abstract: plainText(file.abstract), topics, tags }
}
