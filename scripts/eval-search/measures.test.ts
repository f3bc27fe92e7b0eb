import { expect, test } from 'vitest'
import { seededRandom } from '../bench/random.ts'
import { confidence, mean, ndcg, recall, reciprocalRank } from './measures.ts'

// A change that makes search worse would be published as an improvement.

const relevant = { a: 3, b: 1 }

test.each([
  [['a', 'b'], 1, 1, 1],
  [['b', 'a'], 0.71, 1, 1],
  [['x', 'a'], 0.579, 0.5, 0.5],
  [['x'], 0, 0, 0],
  [[], 0, 0, 0],
])('%j', (ids, quality, rank, found) => {
  expect(ndcg(ids, relevant)).toBeCloseTo(quality, 2)
  expect(reciprocalRank(ids, relevant)).toBe(rank)
  expect(recall(ids, relevant)).toBe(found)
})

test('an eleventh result does not count', () => {
  const ids = [...'0123456789', 'a']
  expect([ndcg(ids, relevant), reciprocalRank(ids, relevant), recall(ids, relevant)]).toEqual([
    0, 0, 0,
  ])
})

test('an interval holds the mean, and is the same for the same seed', () => {
  const values = [0, 0.5, 1, 1, 1, 0.2]
  const [low, high] = confidence(values, seededRandom(1))
  expect(low).toBeLessThan(mean(values))
  expect(high).toBeGreaterThan(mean(values))
  expect(confidence(values, seededRandom(1))).toEqual([low, high])
})
