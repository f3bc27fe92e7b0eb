import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A paper would stand under a kind that no filter offers, or a contributor would not learn which ones there are.

test.each([
  [
    '[methd]',
    '9:8 kind Unexpected kind `methd`, expected `method` or `survey`. Did you mean `method`?',
  ],
  [
    '[survey, algorithm]',
    '9:16 kind Unexpected kind `algorithm`, expected `method` or `survey`. Write one of them, or add it to `content/vocabulary/kinds.yaml` with its meaning.',
  ],
  [
    '[method, method]',
    '9:16 kind Unexpected second `method` in `kind`, expected each once. Take it out.',
  ],
])('%s', (kinds, fault) => {
  expect(faultsIn(planted('[method]', kinds))).toEqual([fault])
})
