import { expect, test } from 'vitest'
import { wordsIn } from '../text/words.ts'
import { distance, nearestWord, partWords, spellerOf } from './spelling.ts'

// A slip would find nothing, or a word that was meant would be taken for another.

const listed = new Map(
  [
    'alignment',
    'weaker',
    'peering',
    'honesty',
    'honest',
    'reward',
    'feedback',
    'wild',
    'dataset',
  ].map((word) => [word, 4]),
)
const spell = spellerOf({ words: listed })
const read = (query: string, options: { meant?: boolean; right?: boolean } = {}) =>
  spell(wordsIn(query), {
    meant: () => options.meant ?? false,
    exact: false,
    spelledRight: () => options.right ?? false,
  }).map(({ stems, begun, repaired }) => ({ stems: Object.fromEntries(stems), begun, repaired }))

test.each([
  ['aligmnent', 'alignment'],
  ['alingmnet', 'alignment'],
  ['honesy', 'honesty'],
  ['rewrad', 'reward'],
  ['wea', undefined],
  ['lignment', undefined],
  ['gpt5', undefined],
])('%s becomes %s', (word, form) => {
  expect(nearestWord(word, listed, 2)).toBe(form)
})

test.each([
  ['reward', 'reward', 0],
  ['hackign', 'hacking', 1],
  ['modle', 'model', 1],
  ['munoz', 'munos', 1],
  ['ab', 'abcd', 2],
  ['reward', 'alignment', 3],
])('from %s to %s: %i', (a, b, steps) => {
  expect(distance(a, b, 2)).toBe(steps)
  expect(distance(b, a, 2)).toBe(steps)
})

test('a known word stands for itself, a slip for the word that was meant', () => {
  expect(read('rewards honest')).toEqual([
    { stems: { reward: 1 }, begun: false, repaired: undefined },
    { stems: { honest: 1, honesti: 0.35 }, begun: false, repaired: undefined },
  ])
  expect(read('rewrad model')[0]).toEqual({
    stems: { reward: 0.8 },
    begun: false,
    repaired: 'reward',
  })
})

test('a word that is spelt right is not repaired; its neighbour is asked for without a word', () => {
  expect(read('weather', { right: true })).toEqual([
    { stems: {}, begun: false, repaired: undefined },
  ])
  expect(read('peeking', { right: true })).toEqual([
    { stems: { peer: 0.8 }, begun: false, repaired: undefined },
  ])
})

test('the last word already counts while it is typed, two words count as the one that others write', () => {
  expect(read('hon')[0]).toMatchObject({ begun: true, stems: { honest: 0.7, honesti: 0.7 } })
  expect(read('data set')[0]?.stems).toMatchObject({ dataset: 0.8 })
})

test('words run together are parted, but for those of a known phrase', () => {
  const parted = (query: string, meant: boolean) =>
    partWords(wordsIn(query), { words: listed }, () => meant).map(({ plain }) => plain)
  expect(parted('wildfeedback rewardx', false)).toEqual(['wild', 'feedback', 'rewardx'])
  expect(parted('wildfeedback', true)).toEqual(['wildfeedback'])
})

test('a word of a known phrase is not repaired', () => {
  expect(read('rewrad x', { meant: true })[0]?.stems).toEqual({})
})
