import { withItem, withText, withValue } from '../edits.ts'
import type { Plant } from '../plant.ts'

/** Topics that the list has not, or has twice. */
export const topics: readonly Plant[] = [
  {
    what: 'letter left out',
    plant: ({ file, facts: { topics: [first = ''] = [] } }) =>
      withText(file, ['topics', 0], first.slice(0, 2) + first.slice(3)),
  },
  {
    what: 'two letters exchanged',
    plant({ file, facts: { topics: [first = ''] = [] } }) {
      const swapped = first.slice(0, 1) + first[2] + first[1] + first.slice(3)
      return swapped === first ? undefined : withText(file, ['topics', 0], swapped)
    },
  },
  { what: 'unknown topic', plant: ({ file }) => withValue(file, ['topics', 0], 'cookery') },
  {
    what: 'unknown topic behind others',
    plant: ({ file, facts: { topics: given = [] } }) =>
      given.length < 3 ? withItem(file, 'topics', 'cookery') : undefined,
  },
  {
    what: 'a tag instead',
    plant: ({ file, facts: { tags = [] } }) => {
      const tag = tags.find((one) => one.includes('-'))
      return tag ? withValue(file, ['topics', 0], tag) : undefined
    },
  },
  {
    what: 'a topic twice',
    plant: ({ file, facts: { topics: given = [] } }) =>
      given.length < 3 ? withItem(file, 'topics', given[0] ?? '') : undefined,
  },
]
