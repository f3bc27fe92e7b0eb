import type { Topic } from '../model/topic.ts'
import type { Vocabulary } from '../model/vocabulary.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import { type EntryRule, repeated, soundFacts } from './engine/rule.ts'
import { shown } from './engine/words.ts'

/** Every tag is a term of the vocabulary, by its own name, and stands once. */
export const tags: EntryRule = {
  name: 'tags',
  sentence: 'Every tag is one of `content/vocabulary/tags.yaml`.',
  *check(file, { vocabulary, topics }) {
    const { tags: given = [] } = soundFacts(file)
    for (const [index, tag] of given.entries()) {
      if (Object.hasOwn(vocabulary.tags, tag)) continue
      const message = `Unexpected tag ${shown(tag)}, ${sayOfWord(tag, vocabulary, topics)}`
      yield { ...file.frontMatter.placeOf(['tags', index]), message }
    }
    yield* repeated('tags', given, file)
  },
}

function sayOfWord(tag: string, vocabulary: Vocabulary, topics: readonly Topic[]): string {
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

/** Every word for a tag, in plain form, to the tag's id. */
const indexes = new WeakMap<Vocabulary, Map<string, string>>()
function indexOf(vocabulary: Vocabulary): Map<string, string> {
  const before = indexes.get(vocabulary)
  if (before) return before
  const index = new Map<string, string>()
  for (const [id, { name, aliases }] of Object.entries(vocabulary.tags)) {
    for (const word of [id, name, ...aliases]) index.set(plain(word), id)
  }
  indexes.set(vocabulary, index)
  return index
}

/** The tag of which a word is an alias, a name or another spelling; undefined when it is none. */
export function tagOfWord(word: string, vocabulary: Vocabulary): string | undefined {
  return indexOf(vocabulary).get(plain(word))
}

/** The tag that was most likely meant by a word that stands for none. */
function tagNear(word: string, vocabulary: Vocabulary): string | undefined {
  const index = indexOf(vocabulary)
  const words = [...index.keys()].filter(({ length }) => length > 3)
  return index.get(nearestName(word, words) ?? '')
}
