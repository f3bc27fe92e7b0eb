import { nearestName } from '../similarity/edit-distance.ts'
import { oneOf, shown } from '../text/messages.ts'
import { type EntryRule, itemRemarks } from './engine/rule.ts'

/** Every kind is one of the vocabulary, and stands once. */
export const kind: EntryRule = {
  name: 'kind',
  sentence: 'Every kind is one of `content/vocabulary/kinds.yaml`.',
  *check(file, { vocabulary }) {
    const ids = Object.keys(vocabulary.kinds)
    yield* itemRemarks('kind', file, (one) => {
      if (ids.includes(one)) return undefined
      const near = nearestName(one, ids)
      const expected = ids.length > 0 ? oneOf(ids) : 'one of `content/vocabulary/kinds.yaml`'
      return `kind ${shown(one)}, expected ${expected}. ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it to `content/vocabulary/kinds.yaml` with its meaning.'}`
    })
  },
}
