import type { Search } from '../../src/search/search.ts'
import { parseState } from '../../src/search/url-state.ts'
import { type JudgedQuery, mean } from './judged.ts'

/** The results and scores of one query. */
export interface QueryResult {
  query: JudgedQuery
  ids: string[]
  ndcg: number
  reciprocalRank: number
  recall: number
}

/** The kind of queries without relevant papers. They should have no results. */
export const unanswerable = 'unanswerable'

/** How many results count. */
export const cutoff = 10

/** Searches as the search page does, and returns the ids of the first ten results, best first; none for near misses. */
export async function topResults(search: Search, query: string): Promise<string[]> {
  const { near, load } = await search.answer({ ...parseState(''), query })
  if (near) return []
  return (await load(0, cutoff)).map(({ url }) => url.split('/').at(-2) ?? '')
}

/** Runs queries and scores the results. `find` returns ids, best first. */
export async function runQueries(
  find: (query: string) => Promise<string[]>,
  queries: readonly JudgedQuery[],
): Promise<QueryResult[]> {
  const results: QueryResult[] = []
  for (const query of queries) {
    const ids = await find(query.q)
    results.push({ query, ids, ...scoreResults(ids, query.relevant) })
  }
  return results
}

const gain = (grade: number) => 2 ** grade - 1
const discount = (rank: number) => 1 / Math.log2(rank + 2)

/**
 * Scores the first ten results by nDCG, which is 1 for the best possible order; by the reciprocal rank of the first relevant
 * result; and by recall, in which at most ten relevant entries count.
 * @see https://doi.org/10.1145/582415.582418
 */
export function scoreResults(ids: readonly string[], relevant: Readonly<Record<string, number>>) {
  const sum = (grades: readonly number[]) =>
    grades.slice(0, cutoff).reduce((all, grade, rank) => all + gain(grade) * discount(rank), 0)
  const grades = ids.slice(0, cutoff).map((id) => relevant[id] ?? 0)
  const best = Object.values(relevant).sort((a, b) => b - a)
  const first = grades.findIndex((grade) => grade > 0)
  const found = grades.filter((grade) => grade > 0).length
  return {
    ndcg: best.length > 0 ? sum(grades) / sum(best) : 0,
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
    recall: best.length > 0 ? found / Math.min(best.length, cutoff) : 0,
  }
}

/** The mean nDCG. */
export const meanNdcg = (answers: readonly QueryResult[]) => mean(answers.map(({ ndcg }) => ndcg))

/** Aggregates scores into means, the 95 % confidence interval of nDCG, and the share of queries without results. */
export function metricsOf(answers: readonly QueryResult[]) {
  const nDCG = meanNdcg(answers)
  const variance = mean(answers.map((answer) => (answer.ndcg - nDCG) ** 2))
  const margin = 1.96 * Math.sqrt(variance / Math.max(1, answers.length - 1))
  return {
    queries: answers.length,
    nDCG,
    from: Math.max(0, nDCG - margin),
    to: Math.min(1, nDCG + margin),
    MRR: mean(answers.map((answer) => answer.reciprocalRank)),
    recall: mean(answers.map((answer) => answer.recall)),
    zero: mean(answers.map(({ ids }) => (ids.length === 0 ? 1 : 0))),
  }
}

/** Whether a query has relevant papers. */
export const isAnswerable = ({ query }: QueryResult) => query.kind !== unanswerable
