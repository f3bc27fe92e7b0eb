import { nearestName } from '../similarity/edit-distance.ts'
import { oneOf, shown } from '../text/messages.ts'
import { type EntryRule, itemProblems } from './engine/rule.ts'

/** Checks that every kind is in the vocabulary and is listed only once. */
export const kind: EntryRule = {
  name: 'kind',
  sentence: 'Every kind is in `content/vocabulary/kinds.yaml`.',
  *check(file, { vocabulary }) {
    const ids = Object.keys(vocabulary.kinds)
    yield* itemProblems('kind', file, (one) => {
      if (ids.includes(one)) return undefined
      const near = nearestName(one, ids)
      const expected = ids.length > 0 ? oneOf(ids) : 'one of `content/vocabulary/kinds.yaml`'
      return `kind ${shown(one)}, expected ${expected}. ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it to `content/vocabulary/kinds.yaml` with its meaning.'}`
    })
  },
}
