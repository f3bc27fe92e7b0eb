import { expect, test } from 'vitest'
import { bagOf, nearestPapers } from './tf-idf.ts'

// A reader would be shown “related” papers that have nothing to do with theirs.

const texts = ['nash games learning', 'nash games', 'speech learning', 'speech models', 'alone']
const papers = texts.map((text) => bagOf([[text.split(' '), 1]]))

test('papers that share more and rarer words are nearer; papers without a common word are no neighbours', () => {
  const near = nearestPapers(papers, 3)
  const places = near.map((others) => others.map(([place]) => place).join())
  expect(places).toEqual(['1,2', '0', '0,3', '2', ''])
  for (const [, similarity] of near.flat()) expect(similarity).toBeLessThanOrEqual(1)
})

test('the nearest of many papers is found, even if every word is common', () => {
  const many = Array.from({ length: 1200 }, (_, place) =>
    bagOf([[['every', ...[3, 5, 7].map((of) => `one-of-${of}-${place % of}`)], 1]]),
  )
  expect(nearestPapers(many, 2)[105]?.map(([place]) => place)).toEqual([0, 210])
})
