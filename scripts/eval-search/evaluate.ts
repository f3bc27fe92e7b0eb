import type { Finder } from './finder.ts'
import type { JudgedQuery } from './judged.ts'
import { mean, ndcg, recall, reciprocalRank } from './measures.ts'

/** How one finder answered one query. */
export interface Answered {
  query: JudgedQuery
  ids: string[]
  ndcg: number
  reciprocalRank: number
  recall: number
}

/** What a set of answers comes to. */
export interface Figures {
  queries: number
  ndcg: number
  mrr: number
  recall: number
  /** The share of queries without any result. */
  zero: number
}

/** The kind of queries that the list has nothing on: right is to say so, and to show nothing as a result. */
export const unanswerable = 'unanswerable'

/** Asks a finder every query. */
export async function answersOf(
  finder: Finder,
  queries: readonly JudgedQuery[],
): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const query of queries) {
    const ids = await finder.find(query.q)
    const { relevant } = query
    answers.push({
      query,
      ids,
      ndcg: ndcg(ids, relevant),
      reciprocalRank: reciprocalRank(ids, relevant),
      recall: recall(ids, relevant),
    })
  }
  return answers
}

/** Sums answers up. */
export function figuresOf(answers: readonly Answered[]): Figures {
  return {
    queries: answers.length,
    ndcg: mean(answers.map((answer) => answer.ndcg)),
    mrr: mean(answers.map((answer) => answer.reciprocalRank)),
    recall: mean(answers.map((answer) => answer.recall)),
    zero: mean(answers.map(({ ids }) => (ids.length === 0 ? 1 : 0))),
  }
}

/** The answers to queries that the list has something on. */
export function answerable(answers: readonly Answered[]): Answered[] {
  return answers.filter(({ query }) => query.kind !== unanswerable)
}
