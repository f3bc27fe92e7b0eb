import { nearestName } from '../similarity/edit-distance.ts'
import { inWords, oneOf, shown } from '../text/messages.ts'
import { type EntryRule, itemProblems } from './engine/rule.ts'

/** Checks that every topic exists and is listed only once. */
export const topics: EntryRule = {
  name: 'topics',
  sentence:
    'Every topic is the name of a file in `content/topics`, which says which papers belong there.',
  *check(file, { topics: known, vocabulary }) {
    const ids = known.map(({ id }) => id)
    yield* itemProblems('topics', file, (topic) => {
      if (ids.includes(topic)) return undefined
      const byName = known.find(({ name }) => nearestName(topic, [name]))?.id
      const near = nearestName(topic, ids) ?? byName
      const isTag = Object.hasOwn(vocabulary.tags, topic)
      const fix = isTag
        ? 'Move it to `tags`.'
        : near
          ? `Did you mean \`${near}\`?`
          : `Write ${oneOf(ids)}.`
      return `topic ${shown(topic)}, ${isTag ? 'which is a tag, ' : ''}expected one of the ${inWords(ids.length)} topics. ${fix}`
    })
  },
}
