import { expect, test } from 'vitest'
import { figuresOf, measured, type QueryResult } from './evaluate.ts'

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
  expect(measured(ids, relevant)).toEqual({
    ndcg: expect.closeTo(ndcg, 2),
    reciprocalRank,
    recall,
  })
})

test('an interval holds the mean', () => {
  const query = { q: 'x', kind: 'title', relevant, set: 'tune' as const }
  const answers = [0, 0.5, 1, 1, 1, 0.2].map(
    (ndcg): QueryResult => ({ query, ids: [], ndcg, reciprocalRank: 1, recall: 1 }),
  )
  const { nDCG, from, to } = figuresOf(answers)
  expect(from).toBeLessThan(nDCG)
  expect(to).toBeGreaterThan(nDCG)
})
