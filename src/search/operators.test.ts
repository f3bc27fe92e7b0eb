import { expect, test } from 'vitest'
import { longestQuery, takeApart } from './operators.ts'

// A reader who writes a condition would get papers that don't meet it.

test.each([
  ['nash equilibrium', 'nash equilibrium', []],
  [
    '"reward model" safety',
    'reward model safety',
    [{ not: false, kind: 'phrase', text: 'reward model' }],
  ],
  ['dpo -survey', 'dpo', [{ not: true, kind: 'phrase', text: 'survey' }]],
  [
    'author:munos nash',
    'munos nash',
    [{ not: false, kind: 'scope', scope: 'author', text: 'munos' }],
  ],
  [
    'author:"Xing Xie"',
    'Xing Xie',
    [{ not: false, kind: 'scope', scope: 'author', text: 'Xing Xie' }],
  ],
  [
    'year:2024 -kind:Survey',
    '',
    [
      { not: false, kind: 'facet', facet: 'year', value: '2024' },
      { not: true, kind: 'facet', facet: 'kind', value: 'survey' },
    ],
  ],
  ['https://arxiv.org/abs/2410.03227', 'https://arxiv.org/abs/2410.03227', []],
  ['nonsense:x', 'nonsense:x', []],
  ['__proto__:x constructor:y', '__proto__:x constructor:y', []],
  ['self-play', 'self-play', []],
  ['Values -- A Survey - Goals', 'Values A Survey Goals', []],
  ['"', '', []],
  ['“reward model”', 'reward model', [{ not: false, kind: 'phrase', text: 'reward model' }]],
])('%s', (query, words, demands) => {
  expect(takeApart(query)).toEqual({ words, demands })
})

test('what is too long is cut', () => {
  expect(takeApart('x'.repeat(10_000)).words).toHaveLength(longestQuery)
  expect(takeApart('x '.repeat(5000)).words.split(' ')).toHaveLength(32)
})
