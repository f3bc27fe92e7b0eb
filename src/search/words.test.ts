import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

// A reader who writes a name or a word otherwise than the paper does would not find it.

const terms = (text: string) =>
  wordsIn(text).flatMap(({ term, whole, stop }) =>
    stop ? [] : whole ? [term, `(${whole.term})`] : [term],
  )

test.each([
  ['D^2O, D2O and D²O', ['d2o', 'd2o', 'd2o']],
  ['Rémi Munos', ['remi', 'muno']],
  ['modelling modeling', ['model', 'model']],
  ['optimising optimization', ['optim', 'optim']],
  ['behaviours behavior', ['behavior', 'behavior']],
  ['jailbroken jailbreaks', ['jailbreak', 'jailbreak']],
  ['coherence coherent', ['coher', 'coher']],
  ['GPT-4’s', ['gpt', '(gpt4)', '4', '(gpt4)']],
  ['Re-Align realign', ['re', '(realign)', 'align', '(realign)', 'realign']],
  [
    'CodeUltraFeedback',
    [
      'code',
      '(codeultrafeedback)',
      'ultra',
      '(codeultrafeedback)',
      'feedback',
      '(codeultrafeedback)',
    ],
  ],
  ['LLMs LLM', ['llm', 'llm']],
  ['🦙 () -- ^', []],
])('%s', (text, expected) => {
  expect(terms(text)).toEqual(expected)
})

test('a word says where it stands', () => {
  expect(wordsIn('an ALR²-like').map(({ start, end }) => [start, end])).toEqual([
    [0, 2],
    [3, 7],
    [8, 12],
  ])
})
