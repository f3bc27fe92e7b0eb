import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// The page would mark nothing, or show as the authors’ words what they never wrote.

test.each([
  [
    'a word changed',
    '"ties between answers carry',
    '"ties between answers have',
    '16:11 evidence Unexpected evidence, expected exact words of the abstract. Write `"ties between answers carry a useful signal for reward models"`.',
  ],
  [
    'a word too many at its end',
    'for reward models"',
    'for reward models here"',
    '16:11 evidence Unexpected evidence, expected exact words of the abstract. Write `"ties between answers carry a useful signal for reward models"`.',
  ],
  [
    'a word too many in it',
    'carry a useful',
    'carry a very useful',
    '16:11 evidence Unexpected evidence, expected exact words of the abstract. Write `"ties between answers carry a useful signal for reward models"`.',
  ],
  [
    'another last word',
    'for reward models"',
    'for reward functions"',
    '16:11 evidence Unexpected evidence, expected exact words of the abstract. Write `"ties between answers carry a useful signal for reward models"`.',
  ],
  [
    'a cut word',
    'reward models"',
    'reward model"',
    '16:11 evidence Unexpected part of a word at the end or the start of the evidence, expected whole words. Write `"ties between answers carry a useful signal for reward models"`.',
  ],
  [
    'too little',
    '"ties between answers carry a useful signal for reward models"',
    '"ties between"',
    '16:11 evidence Unexpected 12 characters in `evidence`, expected at least 20. Quote more of the sentence.',
  ],
  [
    'too much',
    '"ties between answers carry a useful signal for reward models"',
    '"Human annotators often find two answers equally good, and such judgements are thrown away. We show that ties between answers carry a useful signal for reward models. Our model, TieRM², learns from them, and agrees with people on 71% of three preference sets, against 64% for the strongest baseline. The code is public."',
    '16:11 evidence Unexpected 318 characters in `evidence`, expected at most 300. Quote the part that says it best.',
  ],
  [
    'words of another text',
    '"ties between answers carry a useful signal for reward models"',
    '"cooking is a noble art that few people know well"',
    '16:11 evidence Unexpected evidence, expected exact words of the abstract. Quote the abstract for `cooking is a noble art that few people know well`, character for character.',
  ],
  [
    'a second passage of another text',
    '"ties between answers carry a useful signal for reward models"',
    '["ties between answers carry a useful signal", "cooking is a noble art"]',
    '16:58 evidence Unexpected evidence, expected exact words of the abstract. Quote the abstract for `cooking is a noble art`, character for character.',
  ],
  [
    'three passages',
    '"ties between answers carry a useful signal for reward models"',
    '["ties between answers", "a useful signal for", "for reward models"]',
    '16:11 facts Unexpected 3 items in `evidence`, expected one passage or two. Keep the most important ones.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('the check takes straight quotes and hyphens for the curly quotes and dashes of the abstract', () => {
  const typed = planted(
    'ties between answers carry',
    'a model\'s \\"ties\\" - not its wins - carry',
  )
  expect(
    faultsIn(typed.replace('that ties between answers', 'that a model’s “ties” – not its wins –')),
  ).toEqual([])
})
