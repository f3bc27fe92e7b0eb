import { nearest } from './nearest.ts'
import { repeated } from './repeated.ts'
import type { EntryRule } from './rule.ts'
import { soundFacts } from './sound-facts.ts'
import { inWords, oneOf, shown } from './words.ts'

/** Every topic is one of the list's, and stands once. */
export const topics: EntryRule = {
  name: 'topics',
  *check(file, { topics: known }) {
    const { topics: given = [] } = soundFacts(file)
    const ids = known.map(({ id }) => id)
    for (const [index, topic] of given.entries()) {
      if (ids.includes(topic)) continue
      const byName = known.find(({ name }) => nearest(topic, [name]))?.id
      const near = nearest(topic, ids) ?? byName
      yield {
        ...file.frontMatter.placeOf(['topics', index]),
        message: `Unexpected topic ${shown(topic)}, expected one of the ${inWords(ids.length)} topics. ${near ? `Did you mean \`${near}\`?` : `Write ${oneOf(ids)}.`}`,
      }
    }
    yield* repeated('topics', given, file.frontMatter.placeOf)
  },
}
