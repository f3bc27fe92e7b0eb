import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// Two tags would mean one thing, and neither page would show all its papers.

test.each([
  [
    'a letter wrong',
    'preference-data]',
    'preference-date]',
    '12:22 tags Unexpected tag `preference-date`, expected one of `content/vocabulary/tags.yaml`. Did you mean `preference-data`?',
  ],
  [
    'another word for a tag',
    'preference-data]',
    'reward-modelling]',
    '12:22 tags Unexpected tag `reward-modelling`, another word for `reward-model`, expected the tag itself. Write `reward-model`.',
  ],
  [
    'one of them twice',
    'preference-data]',
    'reward-model]',
    '12:22 tags Unexpected second `reward-model` in `tags`, expected each once. Take it out.',
  ],
  [
    'an unknown one',
    'preference-data]',
    'cooking]',
    '12:22 tags Unexpected tag `cooking`, expected one of `content/vocabulary/tags.yaml`. Write one of them, or add it there with its meaning.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
