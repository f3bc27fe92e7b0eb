import type { Topic } from '../model/topic.ts'
import type { TagFacts, Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, itemRemarks } from './engine/rule.ts'

/** Every tag is a term of the vocabulary, by its own name, and stands once. */
export const tags: EntryRule = {
  name: 'tags',
  sentence: 'Every tag is one of `content/vocabulary/tags.yaml`.',
  *check(file, { vocabulary, topics }) {
    yield* itemRemarks('tags', file, (tag) =>
      Object.hasOwn(vocabulary.tags, tag)
        ? undefined
        : `tag ${shown(tag)}, ${messageForWord(tag, vocabulary, topics)}`,
    )
  },
}

function messageForWord(tag: string, vocabulary: Vocabulary, topics: readonly Topic[]): string {
  const same = tagOfWord(tag, vocabulary)
  if (same) return `another word for \`${same}\`, expected the tag itself. Write \`${same}\`.`
  const isTopic = topics.some(({ id }) => id === tag)
  const words = Object.entries(vocabulary.tags).flatMap(wordsOf)
  const long = words.filter(({ length }) => length > 3)
  const near = nearestName(tag, long)
  const cure = near
    ? `Did you mean \`${tagOfWord(near, vocabulary)}\`?`
    : 'Write one of them, or add it there with its meaning.'
  return `${isTopic ? 'which is a topic, ' : ''}expected one of \`content/vocabulary/tags.yaml\`. ${isTopic ? 'Move it to `topics`, or take it out.' : cure}`
}

/** A word as ids of the vocabulary are written: in lower case, joined by hyphens. */
export const hyphened = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

/** All words for a tag: its id, its name and its aliases. */
const wordsOf = ([id, { name, aliases }]: [string, TagFacts]) =>
  [id, name, ...aliases].map(hyphened)

/** The tag of which a word is an alias, a name or another spelling; undefined when it is none. */
export function tagOfWord(word: string, { tags }: Vocabulary): string | undefined {
  return Object.entries(tags).find((tag) => wordsOf(tag).includes(hyphened(word)))?.[0]
}
