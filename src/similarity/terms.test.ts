import { expect, test } from 'vitest'
import { termsOf, wordsOf } from './terms.ts'

// A contributor would be told that two papers share “the” and “model”, or that `preferences` is not `preference`.

test('plurals, capitals and diacritics make no difference', () => {
  const text = 'Pólicies, POLICY; losses, boxes and a corpus: series, analyses, analysis'
  expect(wordsOf(text).join(' ')).toBe(
    'policy policy loss box and a corpus series analyse analysis',
  )
})

test('terms are content words and their bigrams', () => {
  const text = 'We show that direct preference optimization of a model is 10 times faster'
  expect(termsOf(text).join(', ')).toBe(
    'direct, direct preference, preference, preference optimization, optimization, time, time faster, faster',
  )
})
