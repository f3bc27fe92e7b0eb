import { nearestName } from '../similarity/edit-distance.ts'
import { oneOf, shown } from '../text/messages.ts'
import { type EntryRule, itemProblems } from './engine/rule.ts'

/** Checks that every kind is in the vocabulary and is listed only once. */
export const kind: EntryRule = {
  name: 'kind',
  sentence: 'Every kind is in `content/vocabulary/kinds.yaml`.',
  *check(file, { vocabulary }) {
    const ids = Object.keys(vocabulary.kinds)
    yield* itemProblems('kind', file, (id) => {
      if (ids.includes(id)) return undefined
      const near = nearestName(id, ids)
      const expected = ids.length > 0 ? oneOf(ids) : 'a kind from `content/vocabulary/kinds.yaml`'
      return `kind ${shown(id)}, expected ${expected}. ${near ? `Did you mean \`${near}\`?` : 'Write one of them, or add it to `content/vocabulary/kinds.yaml` with its meaning.'}`
    })
  },
}
