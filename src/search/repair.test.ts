import { expect, test } from 'vitest'
import { repair } from './repair.ts'

// A slip would find nothing, or a word that was meant would be taken for another.

const words = ['alignment', 'weaker', 'peering', 'honesty', 'honest', 'reward']
const lexicon = {
  forms: new Map(words.map((word, place) => [word, place])),
  counts: words.map(() => 1),
}

test.each([
  ['aligmnent', 'alignment'],
  ['alingmnet', 'alignment'],
  ['honesy', 'honesty'],
  ['rewrad', 'reward'],
  ['wea', undefined],
  ['lignment', undefined],
  ['gpt5', undefined],
])('%s becomes %s', (word, form) => {
  expect(repair(word, lexicon)).toBe(form)
})

test('a word that is spelt right gives way by one letter only', () => {
  expect(repair('weather', lexicon)).toBe('weaker')
  expect(repair('weather', lexicon, true)).toBeUndefined()
  expect(repair('peeking', lexicon, true)).toBe('peering')
})
