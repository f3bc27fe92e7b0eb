import { expect, test } from 'vitest'
import { scoreResults } from './evaluate.ts'

// A change that makes search worse would look like an improvement.

const relevant = { a: 3, b: 1 }

test.each([
  [['a', 'b'], 1, 1, 1],
  [['b', 'a'], 0.71, 1, 1],
  [['x', 'a'], 0.579, 0.5, 0.5],
  [['x'], 0, 0, 0],
  [[], 0, 0, 0],
  // An eleventh result does not count.
  [[...'0123456789', 'a'], 0, 0, 0],
])('%j', (ids, ndcg, reciprocalRank, recall) => {
  expect(scoreResults(ids, relevant)).toEqual({
    ndcg: expect.closeTo(ndcg, 2),
    reciprocalRank,
    recall,
  })
})
