import type { Search } from '../../src/search/search.ts'
import { parseState } from '../../src/search/url-state.ts'
import { type JudgedQuery, mean } from './judged.ts'

/** How the search answered one query. */
export interface QueryResult {
  query: JudgedQuery
  ids: string[]
  ndcg: number
  reciprocalRank: number
  recall: number
}

/** The kind of queries that the list has nothing on: right is to say so, and to show nothing as a result. */
export const unanswerable = 'unanswerable'

/** How many results are judged. */
export const cutoff = 10

/** The ids that the search page shows as results, best first, ten at most; what is only near is none. */
export async function resultsOf(search: Search, query: string): Promise<string[]> {
  const { near, load } = await search.answer({ ...parseState(''), query })
  if (near) return []
  return (await load(0, cutoff)).map(({ url }) => url.split('/').at(-2) ?? '')
}

/** Asks a search every query; `find` gives the ids that it shows as results, best first. */
export async function answersOf(
  find: (query: string) => Promise<string[]>,
  queries: readonly JudgedQuery[],
): Promise<QueryResult[]> {
  const answers: QueryResult[] = []
  for (const query of queries) {
    const ids = await find(query.q)
    answers.push({ query, ids, ...measured(ids, query.relevant) })
  }
  return answers
}

const gain = (grade: number) => 2 ** grade - 1
const discount = (rank: number) => 1 / Math.log2(rank + 2)

/**
 * Measures the first ten results: nDCG, which is 1 when the order could not be better; one divided by the rank of the first
 * relevant result; and the share of the relevant entries, or of ten where there are more, that is among them.
 * @see https://doi.org/10.1145/582415.582418
 */
export function measured(ids: readonly string[], relevant: Readonly<Record<string, number>>) {
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

/** What a set of answers comes to: the means, the 95 % interval of nDCG, and the share of queries without any result. */
export function figuresOf(answers: readonly QueryResult[]) {
  const ndcg = mean(answers.map((answer) => answer.ndcg))
  const variance = mean(answers.map((answer) => (answer.ndcg - ndcg) ** 2))
  const margin = 1.96 * Math.sqrt(variance / Math.max(1, answers.length - 1))
  return {
    queries: answers.length,
    ndcg,
    interval: [Math.max(0, ndcg - margin), Math.min(1, ndcg + margin)] as const,
    mrr: mean(answers.map((answer) => answer.reciprocalRank)),
    recall: mean(answers.map((answer) => answer.recall)),
    zero: mean(answers.map(({ ids }) => (ids.length === 0 ? 1 : 0))),
  }
}

/** The answers to queries that the list has something on. */
export function answerable(answers: readonly QueryResult[]): QueryResult[] {
  return answers.filter(({ query }) => query.kind !== unanswerable)
}
