import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { validFacts } from '../rules/engine/rule.ts'
import { termsOf, wordsOf } from '../similarity/terms.ts'
import { bagOf, collectionOf, cosine, sharedTerms, weightedSum } from '../similarity/tf-idf.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { plainText } from '../text/plain.ts'
import { shortTitle, titleText } from '../text/title.ts'

/** The text of a paper for which topics and tags are suggested. */
export interface PaperText {
  /** The title as plain text. */
  title: string
  /** The abstract as plain text; empty if there is none. */
  abstract: string
}

/** An entry of the list with its topics and tags, from which suggestions learn. */
export interface LabelledPaper extends PaperText {
  id: string
  topics: readonly string[]
  tags: readonly string[]
}

/** A topic or tag that a paper may belong to, and why. */
export interface Suggestion {
  /** The id of the topic or tag. */
  id: string
  /** Whether its score is high enough to choose it by default. */
  likely: boolean
  /** The reason, in one phrase: the name in the paper, the shared terms, and the most similar entries. */
  why: string
}

/** The topics and tags that a paper may belong to, the most likely first. */
export interface Suggestions {
  topics: Suggestion[]
  tags: Suggestion[]
}

function shorten(title: string): string {
  const head = shortTitle(title)
  return head.length > 50 ? `${head.slice(0, 50).replace(/\s+\S*$/, '')} …` : head
}

// A suggestion is likely if it scores at least a share of the best score, and at least a minimum. In leave-one-out tests, every
// entry of the list had a score above the minimum.
const topicLimits = { count: 3, share: 0.75, minimum: 0.065 }
const tagLimits = { count: 8, share: 0.5, minimum: 0.1 }

// Added to the score of a tag whose name or alias is in the paper.
const titleBonus = 0.15
const abstractBonus = 0.08

// How many times these words count: a paper's title, the names of an entry's tags, a topic's or tag's own name, and all its own
// words together.
const titleWeight = 3
const tagWeight = 3
const nameWeight = 2
const ownWordsWeight = 3

/**
 * Gives a function that suggests topics and tags for a paper. A topic or tag is represented by the sum of its own words and
 * of the entries that have it; its score is the cosine between that sum and the paper.
 */
export function createSuggester({
  entries,
  topics,
  tags,
}: {
  entries: readonly LabelledPaper[]
  topics: readonly Pick<Topic, 'id' | 'name' | 'description' | 'include'>[]
  tags: Vocabulary['tags']
}): (paper: PaperText) => Suggestions {
  const namesOf = (id: string) => [tags[id]?.name ?? id, ...(tags[id]?.aliases ?? [])]
  const tagTerms = (id: string) => termsOf(namesOf(id).join('. '))
  const { weights, weigh, nearest } = collectionOf(
    entries.map((entry) =>
      bagOf([...weightedTerms(entry), [entry.tags.flatMap(tagTerms), tagWeight]]),
    ),
  )
  const profileOf = (kind: 'topics' | 'tags', id: string, name: string[], meaning: string) => {
    const isMember = (entry: LabelledPaper) => entry[kind].includes(id)
    const own = bagOf([
      [name, nameWeight],
      [termsOf(meaning), 1],
    ])
    const members = entries.flatMap((entry, at) => (isMember(entry) && weights[at]) || [])
    const parts = members.map((one) => [one, 1] as const)
    const names = kind === 'tags' ? namesOf(id) : []
    return { id, names, isMember, weights: weightedSum([[weigh(own), ownWordsWeight], ...parts]) }
  }
  const topicProfiles = topics.map(({ id, name, description, include }) =>
    profileOf('topics', id, termsOf(name), `${description} ${include}`),
  )
  const tagProfiles = Object.entries(tags).map(([id, { meaning }]) =>
    profileOf('tags', id, tagTerms(id), meaning),
  )
  return (paper) => {
    const query = weigh(bagOf(weightedTerms(paper)))
    const near = nearest(query).flatMap(([place]) => entries[place] ?? [])
    const title = phrase(paper.title)
    const text = title + phrase(paper.abstract)
    const best = (
      profiles: typeof tagProfiles,
      { count, share, minimum }: typeof tagLimits,
    ): Suggestion[] => {
      const ranked = profiles
        .map((profile) => {
          const named = profile.names.filter((name) => text.includes(phrase(name)))
          const inTitle = named.some((name) => title.includes(phrase(name)))
          const bonus = named.length === 0 ? 0 : inTitle ? titleBonus : abstractBonus
          return { ...profile, named: named[0], score: cosine(query, profile.weights) + bonus }
        })
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, count)
      const likely = Math.max((ranked[0]?.score ?? 0) * share, minimum)
      return ranked.map(({ id, score, named, isMember, weights }) => {
        const similar = near.filter(isMember).slice(0, 2)
        const terms = sharedTerms(query, weights, 3)
        const why = [
          named && `the paper says “${named}”`,
          terms.length > 0 && `shares ${terms.join(', ')}`,
          similar.length > 0 &&
            `near ${similar.map(({ title }) => `“${shorten(title)}”`).join(' and ')}`,
        ]
        return { id, likely: score >= likely, why: why.filter(Boolean).join('; ') }
      })
    }
    return { topics: best(topicProfiles, topicLimits), tags: best(tagProfiles, tagLimits) }
  }
}

const weightedTerms = ({ title, abstract }: PaperText) =>
  [
    [termsOf(title), titleWeight],
    [termsOf(abstract), 1],
  ] as const

/** The words of a text, each between spaces, so that a search finds whole words only. */
function phrase(text: string): string {
  return ` ${wordsOf(text).join(' ')} `
}

/** The facts of an entry file from which suggestions learn. Gives undefined if it has no valid title. */
export function labelledPaper(file: EntryFile): LabelledPaper | undefined {
  const { title, topics = [], tags = [] } = validFacts(file)
  if (!title) return undefined
  return { id: file.id, title: titleText(title), abstract: plainText(file.abstract), topics, tags }
}
