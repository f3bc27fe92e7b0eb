import { withItem, withValue } from '../edits.ts'
import type { Plant } from '../plant.ts'

/** Tags that are none of the vocabulary, or stand twice. */
export const tags: readonly Plant[] = [
  {
    what: 'letter left out',
    plant({ file, facts: { tags: [first = ''] = [] }, ground }) {
      const short = first.slice(0, 1) + first.slice(2)
      return short in ground.around.vocabulary.tags || !/^[a-z]/.test(short)
        ? undefined
        : withValue(file, ['tags', 0], short)
    },
  },
  { what: 'unknown tag', plant: ({ file }) => withValue(file, ['tags', 0], 'flower-arranging') },
  { what: 'unknown tag behind others', plant: ({ file }) => withItem(file, 'tags', 'cookery') },
  {
    what: 'another word for a tag',
    plant({ file, nth, ground }) {
      const { tags: known } = ground.around.vocabulary
      const words = Object.values(known)
        .flatMap(({ aliases }) => aliases)
        .filter((word) => /^[a-z]+(?:-[a-z]+)*$/.test(word) && !(word in known))
      const word = words[nth % Math.max(1, words.length)]
      return word ? withItem(file, 'tags', word) : undefined
    },
  },
  {
    what: 'a tag twice',
    plant: ({ file, facts: { tags: given = [] } }) => withItem(file, 'tags', given[0] ?? ''),
  },
]
