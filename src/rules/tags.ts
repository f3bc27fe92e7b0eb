import type { Topic } from '../model/topic.ts'
import type { TagFacts, Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { type EntryRule, repeated, validFacts } from './engine/rule.ts'
import { shown } from './engine/words.ts'

/** Every tag is a term of the vocabulary, by its own name, and stands once. */
export const tags: EntryRule = {
  name: 'tags',
  sentence: 'Every tag is one of `content/vocabulary/tags.yaml`.',
  *check(file, { vocabulary, topics }) {
    const { tags: given = [] } = validFacts(file)
    for (const [index, tag] of given.entries()) {
      if (Object.hasOwn(vocabulary.tags, tag)) continue
      const message = `Unexpected tag ${shown(tag)}, ${messageForWord(tag, vocabulary, topics)}`
      yield { ...file.frontMatter.placeOf(['tags', index]), message }
    }
    yield* repeated('tags', given, file)
  },
}

function messageForWord(tag: string, vocabulary: Vocabulary, topics: readonly Topic[]): string {
  const same = tagOfWord(tag, vocabulary)
  if (same) return `another word for \`${same}\`, expected the tag itself. Write \`${same}\`.`
  const expected = 'expected one of `content/vocabulary/tags.yaml`.'
  if (topics.some(({ id }) => id === tag)) {
    return `which is a topic, ${expected} Move it to \`topics\`, or take it out.`
  }
  const near = tagNear(tag, vocabulary)
  return `${expected} ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it there with its meaning.'}`
}

const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '-')

/** All words for a tag: its id, its name and its aliases. */
const wordsOf = ([id, { name, aliases }]: [string, TagFacts]) => [id, name, ...aliases].map(plain)

/** The tag of which a word is an alias, a name or another spelling; undefined when it is none. */
export function tagOfWord(word: string, { tags }: Vocabulary): string | undefined {
  return Object.entries(tags).find((tag) => wordsOf(tag).includes(plain(word)))?.[0]
}

/** The tag that was most likely meant by a word that stands for none. */
function tagNear(word: string, vocabulary: Vocabulary): string | undefined {
  const words = Object.entries(vocabulary.tags).flatMap(wordsOf)
  const near = nearestName(
    word,
    words.filter(({ length }) => length > 3),
  )
  return near && tagOfWord(near, vocabulary)
}
