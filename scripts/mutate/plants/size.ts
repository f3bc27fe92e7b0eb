import type { EntryFacts } from '../../../src/model/entry.ts'
import { belowAbstract, withFact } from '../edits.ts'
import type { Plant } from '../plant.ts'

const fact = (what: string, name: keyof EntryFacts, value: string): Plant => ({
  what,
  plant: ({ file }) => withFact(file, name, `${name}: ${value}`),
})
const block = (what: string, text: string): Plant => ({
  what,
  plant: ({ file }) => belowAbstract(file, text),
})

/** Too much of something. */
export const size: readonly Plant[] = [
  {
    what: 'more than 64 KB',
    plant: ({ file }) => ({ ...belowAbstract(file, 'More. '.repeat(12_000)), line: 1 }),
  },
  block('30 quotes inside each other', `${'> '.repeat(30)}deep`),
  block('30 lists inside each other', `${'- '.repeat(30)}deep`),
  block('2,002 stars', '*a* '.repeat(1001).trim()),
  fact('30 lists in a fact', 'names', `${'['.repeat(30)}deep${']'.repeat(30)}`),
  fact('21 questions', 'asks', `[${Array.from({ length: 21 }, (_, at) => `q${at}`).join(', ')}]`),
  fact('a question of 121 characters', 'asks', `[${'why '.repeat(30)}x]`),
  fact('an earlier title of 401 characters', 'alsoTitled', `[${'x'.repeat(401)}]`),
  fact('an address of 520 characters', 'paper', `https://example.org/${'a'.repeat(500)}`),
]
