import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { indexFolder } from '../../src/search/index-names.ts'
import { answerable, answersOf, figuresOf, unanswerable } from './evaluate.ts'
import { loadJudged } from './judged.ts'
import { searchAt } from './open-in-node.ts'
import { ownFinder } from './own.ts'
import { recordedFigures, tolerance } from './recorded.ts'

// A reader would find less than before, and nobody would have noticed.

const recorded = Object.entries(recordedFigures()).flatMap(([set, ndcg]) =>
  ndcg === undefined ? [] : [{ set, ndcg }],
)
const finder = ownFinder(await searchAt(join(inject('siteFolder'), indexFolder)))

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
  expect(figuresOf(await answersOf(finder, queries)).zero * queries.length).toBeGreaterThanOrEqual(
    7,
  )
})

test('an answer does not depend on what was asked before', async () => {
  const queries = loadJudged().filter((_, at) => at % 5 === 0)
  const one = await answersOf(finder, queries)
  const other = ownFinder(await searchAt(join(inject('siteFolder'), indexFolder)))
  const backwards = await answersOf(other, queries.toReversed())
  expect(backwards.toReversed().map(({ ids }) => ids)).toEqual(one.map(({ ids }) => ids))
})
