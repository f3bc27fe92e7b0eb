import { expect, test } from 'vitest'
import { stem } from '../text/stem.ts'
import { wordsIn } from '../text/words.ts'
import { nearestWord, repaired, segmented, spelled } from './spelling.ts'

// A misspelt word would find nothing, or a correct one would be replaced.

const known = 'alignment weaker peering honesty honest reward feedback wild dataset'
const listed = new Map(known.split(' ').map((word) => [word, 4]))
const stems = new Map([...listed].map(([word, papers]) => [stem(word), papers]))
const list = { words: listed, stems }
const read = (query: string, options: { known?: boolean; right?: string } = {}) => {
  const words = spelled(wordsIn(query), list, () => options.known ?? false)
  const common = new Set(options.right ? [stem(options.right)] : [])
  return repaired(words, list, common).map(({ spellings, isPrefix, repaired, plain }) => ({
    stems: Object.fromEntries(spellings),
    isPrefix,
    repaired: repaired ? plain : undefined,
  }))
}

test.each([
  ['aligmnent', 'alignment'],
  ['alingment', 'alignment'],
  ['honesy', 'honesty'],
  ['rewrad', 'reward'],
  ['fedeback', 'feedback'],
  ['dataste', 'dataset'],
  ['wea', undefined],
  ['lignment', undefined],
  ['gpt5', undefined],
])('%s becomes %s', (word, form) => {
  expect(nearestWord(word, listed, 2)).toBe(form)
})

const asIs = { isPrefix: false, repaired: undefined }
test('a known word is kept, a misspelt one is corrected', () => {
  expect(read('rewards honest')).toEqual([
    { stems: { reward: 1 }, ...asIs },
    { stems: { honest: 1, honesti: 0.35 }, ...asIs },
  ])
  const [slip] = read('rewrad model')
  expect(slip).toEqual({ stems: { reward: 0.8 }, isPrefix: false, repaired: 'reward' })
})

test('a correctly spelt word is not shown as corrected, but a similar word is searched for', () => {
  expect(read('weather', { right: 'weather' })).toEqual([{ stems: {}, ...asIs }])
  expect(read('peeking', { right: 'peeking' })).toEqual([{ stems: { peer: 0.8 }, ...asIs }])
})

test('an unfinished last word is completed, and two words also match their compound', () => {
  expect(read('hon')[0]).toMatchObject({ isPrefix: true, stems: { honest: 0.7, honesti: 0.7 } })
  expect(read('data set')[0]?.stems).toMatchObject({ dataset: 0.8 })
})

test('words that are run together are split, and a name is one word regardless of capitals', () => {
  const grouped = (query: string, names = [{ from: 0, to: 0 }]) =>
    segmented(wordsIn(query), listed, names).map(({ plain }) => plain)
  expect(grouped('wildfeedback rewardx')).toEqual(['wild', 'feedback', 'rewardx'])
  expect(grouped('wildfeedback', [{ from: 0, to: 1 }])).toEqual(['wildfeedback'])
  expect(grouped('SimPO reward', [{ from: 0, to: 2 }])).toEqual(['simpo', 'reward'])
})

test('a word of a known phrase is not corrected', () => {
  expect(read('rewrad x', { known: true })[0]?.stems).toEqual({})
})
