import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { indexFolder } from '../../src/search/index-names.ts'
import type { Search } from '../../src/search/search.ts'
import { isAnswerable, metricsOf, runQueries, topResults, unanswerable } from './evaluate.ts'
import { loadJudged, recordedNdcg, tolerance } from './judged.ts'
import { openSearch } from './open-in-node.ts'

// Search results would get worse unnoticed.

const recorded = Object.entries(recordedNdcg()).map(([set, ndcg]) => ({ set, ndcg }))
const index = join(inject('siteFolder'), indexFolder)
const finder = (search: Search) => (query: string) => topResults(search, query)
const find = finder(await openSearch(index))

test.each(recorded)(
  'search answers the $set queries as well as recorded',
  async ({ set, ndcg }) => {
    const queries = loadJudged().filter((query) => query.set === set)
    const metrics = metricsOf((await runQueries(find, queries)).filter(isAnswerable))
    expect(metrics.queries).toBeGreaterThan(50)
    expect(metrics.nDCG).toBeGreaterThan(ndcg - tolerance)
  },
)

test('most queries without relevant papers have no results', async () => {
  const queries = loadJudged().filter(
    ({ kind, set }) => kind === unanswerable && (set === 'tune' || set === 'held-out'),
  )
  expect(queries.length).toBe(15)
  expect(metricsOf(await runQueries(find, queries)).zero * queries.length).toBeGreaterThanOrEqual(7)
})

test('the results of a query do not depend on earlier queries', async () => {
  const queries = loadJudged().filter((_, at) => at % 9 === 0)
  const one = await runQueries(find, queries)
  const backwards = await runQueries(finder(await openSearch(index)), queries.toReversed())
  expect(backwards.toReversed().map(({ ids }) => ids)).toEqual(one.map(({ ids }) => ids))
})
