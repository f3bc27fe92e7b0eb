import { expect, inject, test } from 'vitest'
import { answerable, answersOf, figuresOf, unanswerable } from './evaluate.ts'
import { loadJudged } from './judged.ts'
import { builtFinder } from './own.ts'
import { recordedFigures, tolerance } from './recorded.ts'

// A reader would find less than before, and nobody would have noticed.

const recorded = Object.entries(recordedFigures()).flatMap(([set, ndcg]) =>
  ndcg === undefined ? [] : [{ set, ndcg }],
)
const finder = await builtFinder(inject('siteFolder'))

test.each(recorded)(
  'search answers the $set queries as well as recorded',
  async ({ set, ndcg }) => {
    const queries = loadJudged().filter((query) => query.set === set)
    const figures = figuresOf(answerable(await answersOf(finder, queries)))
    expect(figures.queries).toBeGreaterThan(50)
    expect(figures.ndcg).toBeGreaterThan(ndcg - tolerance)
  },
)

test('most of what the list has nothing on is answered with nothing', async () => {
  const queries = loadJudged().filter(({ kind }) => kind === unanswerable)
  expect(figuresOf(await answersOf(finder, queries)).zero).toBeGreaterThan(0.5)
})
