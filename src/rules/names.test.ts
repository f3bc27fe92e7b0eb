import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A reader who searches for a method by its name would find a name that the paper does not use.

test('a name that the abstract only has in the plural stands', () => {
  expect(faultsIn(planted('Our model, TieRM²,', 'Our models, TieRM²s,'))).toEqual([])
})

test.each([
  [
    'a letter wrong',
    'TieRM²',
    'TieRN²',
    '10:9 names Unexpected name `TieRN²`, expected one that stands in the title or the abstract. Did you mean `TieRM²`?',
  ],
  [
    'a letter missing',
    'TieRM²',
    'Steady Preferencs',
    '10:9 names Unexpected name `Steady Preferencs`, expected one that stands in the title or the abstract. Did you mean `Steady Preferences`?',
  ],
  [
    'a name that stands nowhere',
    'TieRM²',
    'Other',
    '10:9 names Unexpected name `Other`, expected one that stands in the title or the abstract. Write it as it is spelt there, or take it out.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
