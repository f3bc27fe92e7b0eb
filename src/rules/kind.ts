import { nearestName } from '../similarity/edit-distance.ts'
import { type EntryRule, repeated, validFacts } from './engine/rule.ts'
import { oneOf, shown } from './engine/words.ts'

/** Every kind is one of the vocabulary, and stands once. */
export const kind: EntryRule = {
  name: 'kind',
  sentence: 'Every kind is one of `content/vocabulary/kinds.yaml`.',
  *check(file, { vocabulary }) {
    const { kind: given = [] } = validFacts(file)
    const ids = Object.keys(vocabulary.kinds)
    for (const [index, one] of given.entries()) {
      if (ids.includes(one)) continue
      const near = nearestName(one, ids)
      const expected = ids.length > 0 ? oneOf(ids) : 'one of `content/vocabulary/kinds.yaml`'
      yield {
        ...file.frontMatter.placeOf(['kind', index]),
        message: `Unexpected kind ${shown(one)}, expected ${expected}. ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it to `content/vocabulary/kinds.yaml` with its meaning.'}`,
      }
    }
    yield* repeated('kind', given, file)
  },
}
