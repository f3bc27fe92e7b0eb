import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A claim would be cut off on the page, or be the abstract over again.

test.each([
  [
    'our paper speaking',
    'A reward model that keeps ties agrees',
    'We show that a reward model that keeps ties agrees',
    '15:8 claim Unexpected `We` at the start of `claim`, expected the finding itself. Write what is so, as "Retrieving first beats reasoning over the whole context."',
  ],
  [
    'no full stop',
    'drops them.',
    'drops them',
    '15:8 claim Unexpected end `them` of `claim`, expected one full stop. Write `them.` at the end.',
  ],
  [
    'two sentences',
    'drops them.',
    'drops them. It is good.',
    '15:8 claim Unexpected second sentence `It …` in `claim`, expected one sentence. Keep the one that says what the paper shows.',
  ],
  [
    'a copy',
    'A reward model that keeps ties agrees with people more often than one that drops them.',
    'Ties between answers carry a useful signal for reward models.',
    '15:8 claim Unexpected 10 words in a row from the abstract in `claim` (`ties between answers carry a useful signal for reward models`), expected our own words. Write it anew, and leave the quotation to `evidence`.',
  ],
  [
    'too many words',
    'drops them.',
    'drops them, also where it has been trained on far fewer judgements than usual, and in several languages at once.',
    '15:8 claim Unexpected 187 characters in `claim`, expected at most 160. Write it 27 shorter.',
  ],
  [
    'dots at its end',
    'drops them.',
    'drops them...',
    '15:8 claim Unexpected end `them...` of `claim`, expected one full stop. Write `them.` at the end.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})
