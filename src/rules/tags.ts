import type { Topic } from '../model/topic.ts'
import type { TagFacts, Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { shown } from '../text/messages.ts'
import { type EntryRule, itemProblems } from './engine/rule.ts'

/** Checks that every tag is in the vocabulary under that name and is listed only once. */
export const tags: EntryRule = {
  name: 'tags',
  sentence: 'Every tag is in `content/vocabulary/tags.yaml`.',
  *check(file, { vocabulary, topics }) {
    yield* itemProblems('tags', file, (tag) =>
      Object.hasOwn(vocabulary.tags, tag)
        ? undefined
        : `tag ${shown(tag)}, ${messageForUnknown(tag, vocabulary, topics)}`,
    )
  },
}

function messageForUnknown(tag: string, vocabulary: Vocabulary, topics: readonly Topic[]): string {
  const known = findTag(tag, vocabulary)
  if (known) return `another word for \`${known}\`, expected the tag itself. Write \`${known}\`.`
  const isTopic = topics.some(({ id }) => id === tag)
  const words = Object.entries(vocabulary.tags).flatMap(wordsOf)
  const long = words.filter(({ length }) => length > 3)
  const near = nearestName(tag, long)
  const fix = near
    ? `Did you mean \`${findTag(near, vocabulary)}\`?`
    : 'Write one of the tags there, or add this one with its meaning.'
  return `${isTopic ? 'which is a topic, ' : ''}expected a tag from \`content/vocabulary/tags.yaml\`. ${isTopic ? 'Move it to `topics`, or take it out.' : fix}`
}

/** Returns a term in the form of a tag: in lower case, joined by hyphens. */
export const hyphenated = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

/** All terms for a tag, in the form of tags: its id, its name and its aliases. */
const wordsOf = ([id, { name, aliases }]: [string, TagFacts]) =>
  [id, name, ...aliases].map(hyphenated)

/** Returns the tag with a given id, name or alias, whatever its case and spacing; undefined if there is none. */
export function findTag(word: string, { tags }: Vocabulary): string | undefined {
  return Object.entries(tags).find((tag) => wordsOf(tag).includes(hyphenated(word)))?.[0]
}
