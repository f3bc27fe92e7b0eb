import { expect, test } from 'vitest'
import { nearestPapers } from './nearest.ts'

// A reader who likes a paper would be shown others that have nothing to do with it.

const paper = (text: string) => new Map(text.split(' ').map((word) => [word, 1]))
const papers = [
  'nash games learning',
  'nash games',
  'speech learning',
  'speech models',
  'alone',
].map(paper)

test('papers that share rarer and more words are nearer, and none is near itself or without a common word', () => {
  const near = nearestPapers(papers, 3)
  expect(near.map((others) => others.map(([place]) => place))).toEqual([
    [1, 2],
    [0],
    [3, 0],
    [2],
    [],
  ])
  for (const [, likeness] of near.flat()) expect(likeness).toBeLessThanOrEqual(1)
})
