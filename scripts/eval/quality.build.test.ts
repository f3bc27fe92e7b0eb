import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { indexFolder } from '../../src/search/index-names.ts'
import type { Search } from '../../src/search/search.ts'
import { answerable, answersOf, figuresOf, resultsOf, unanswerable } from './evaluate.ts'
import { loadJudged, recordedFigures, tolerance } from './judged.ts'
import { searchAt } from './open-in-node.ts'

// Search results would get worse unnoticed.

const recorded = Object.entries(recordedFigures()).map(([set, ndcg]) => ({ set, ndcg }))
const index = join(inject('siteFolder'), indexFolder)
const finder = (search: Search) => (query: string) => resultsOf(search, query)
const find = finder(await searchAt(index))

test.each(recorded)(
  'search answers the $set queries as well as recorded',
  async ({ set, ndcg }) => {
    const queries = loadJudged().filter((query) => query.set === set)
    const figures = figuresOf((await answersOf(find, queries)).filter(answerable))
    expect(figures.queries).toBeGreaterThan(50)
    expect(figures.nDCG).toBeGreaterThan(ndcg - tolerance)
  },
)

test('most of what the list has nothing on is answered with nothing', async () => {
  const queries = loadJudged().filter(
    ({ kind, set }) => kind === unanswerable && (set === 'tune' || set === 'held-out'),
  )
  expect(queries.length).toBe(15)
  expect(figuresOf(await answersOf(find, queries)).zero * queries.length).toBeGreaterThanOrEqual(7)
})

test('an answer does not depend on what was asked before', async () => {
  const queries = loadJudged().filter((_, at) => at % 9 === 0)
  const one = await answersOf(find, queries)
  const backwards = await answersOf(finder(await searchAt(index)), queries.toReversed())
  expect(backwards.toReversed().map(({ ids }) => ids)).toEqual(one.map(({ ids }) => ids))
})
