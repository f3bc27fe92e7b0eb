import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A paper would stand on a shelf that does not exist.

test.each([
  [
    'letters swapped',
    'safety]',
    'saftey]',
    '8:35 topics Unexpected topic `saftey`, expected one of the three topics. Did you mean `safety`?',
  ],
  [
    'one of them twice',
    'safety]',
    'safety, safety]',
    '8:43 topics Unexpected second `safety` in `topics`, expected each once. Take it out.',
  ],
  [
    'an unknown one',
    'safety]',
    'cooking]',
    '8:35 topics Unexpected topic `cooking`, expected one of the three topics. Write `preference-optimization`, `safety` or `evaluation`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
