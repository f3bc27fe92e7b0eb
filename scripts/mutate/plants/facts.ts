import type { EntryFacts } from '../../../src/model/entry.ts'
import { withFact, withItem, withLine, withoutFact, withValue } from '../edits.ts'
import { also, type Plant } from '../plant.ts'

const line = (what: string, yaml: string): Plant => ({
  what,
  plant: ({ file }) => withLine(file, yaml),
})
const value = (what: string, path: readonly (string | number)[], yaml: string): Plant => ({
  what,
  plant: ({ file }) => withValue(file, path, yaml),
})
const fact = (what: string, name: keyof EntryFacts, yaml: string): Plant => ({
  what,
  plant: ({ file }) => withFact(file, name, yaml),
})
const without = (what: string, name: keyof EntryFacts, ...rules: readonly string[]): Plant => ({
  what,
  plant({ file }) {
    const edit = withoutFact(file, name)
    return edit && also({ ...edit, line: 1 }, ...rules)
  },
})

/** Facts that entries have not, or that have another shape. */
export const facts: readonly Plant[] = [
  line('unknown key', 'keywords: alignment'),
  line('misspelt key', 'clame: Something is so.'),
  line('abstract among the facts', 'abstract: All of it.'),
  value('misspelt kind', ['kind', 0], 'methd'),
  fact('text instead of a list', 'kind', 'kind: method'),
  value('list instead of text', ['claim'], '[One thing is so.]'),
  value('date in words', ['published'], '4 October 2024'),
  value('date with slashes', ['added'], '13/03/2025'),
  fact('empty fact', 'claim', 'claim:'),
  fact('empty list', 'tags', 'tags: []'),
  fact('four topics', 'topics', 'topics: [safety, steering, evaluation, foundations]'),
  value('capitals in a tag', ['tags', 0], 'Reward_Model'),
  {
    what: 'a kind twice',
    plant: ({ file, facts: { kind = [] } }) =>
      kind.length < 3 ? withItem(file, 'kind', kind[0] ?? '') : undefined,
  },
  fact('unknown kind of link', 'links', 'links: {video: https://example.org/video}'),
  without('no `added`', 'added'),
  without('no title', 'title', 'names'),
]
