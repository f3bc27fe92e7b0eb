import { repeated } from './engine/repeated.ts'
import type { EntryRule } from './engine/rule.ts'
import { soundFacts } from './engine/sound-facts.ts'
import { tagNear, tagOfWord } from './engine/tag-meant.ts'
import { shown } from './engine/words.ts'

/** Every tag is a term of the vocabulary, by its own name, and stands once. */
export const tags: EntryRule = {
  name: 'tags',
  sentence: 'Every tag is one of `content/vocabulary/tags.yaml`.',
  *check(file, { vocabulary }) {
    const { tags: given = [] } = soundFacts(file)
    for (const [index, tag] of given.entries()) {
      if (Object.hasOwn(vocabulary.tags, tag)) continue
      const same = tagOfWord(tag, vocabulary)
      const near = tagNear(tag, vocabulary)
      const message = same
        ? `Unexpected tag ${shown(tag)}, another word for \`${same}\`, expected the tag itself. Write \`${same}\`.`
        : `Unexpected tag ${shown(tag)}, expected one of \`content/vocabulary/tags.yaml\`. ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it there with its meaning.'}`
      yield { ...file.frontMatter.placeOf(['tags', index]), message }
    }
    yield* repeated('tags', given, file.frontMatter.placeOf)
  },
}
