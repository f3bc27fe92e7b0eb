import { expect, test } from 'vitest'
import { termsOf, wordsOf } from './terms.ts'

// A contributor would be told that two papers share "the" and "model", or that `preferences` is not `preference`.

test('plurals, capitals and diacritics make no difference', () => {
  expect(
    wordsOf('Pólicies, POLICY; losses, boxes and a corpus: series, analyses, analysis'),
  ).toEqual([
    'policy',
    'policy',
    'loss',
    'box',
    'and',
    'a',
    'corpus',
    'series',
    'analyse',
    'analysis',
  ])
})

test('terms are the words that mean something and the pairs of neighbours among them', () => {
  expect(
    termsOf('We show that direct preference optimization of a model is 10 times faster'),
  ).toEqual([
    'direct',
    'direct preference',
    'preference',
    'preference optimization',
    'optimization',
    'time',
    'time faster',
    'faster',
  ])
})

test('a text without words has no terms', () => {
  expect(termsOf(' … — 12 % ')).toEqual([])
})
