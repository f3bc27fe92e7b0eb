import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const evaluationPath = (name: string) => `content/evaluation/${name}.json`

/** Reads a file of `content/evaluation`; undefined if it does not exist. Throws if it is not valid. */
export function readEvaluation<T>(name: string, schema: z.ZodType<T>): T | undefined {
  const path = evaluationPath(name)
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** The mean of some numbers; 0 if there are none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** The sets of judged queries. Search may be tuned only on those called `tune`. */
export const querySets = ['tune', 'tune-2', 'held-out', 'fresh'] as const

/** A query with the grades of relevant entries: 3 for an exact answer, 2 for the same subject, 1 for a part of it. */
const judgedQuery = z.strictObject({
  q: z.string().min(1),
  /** The kind of query: `title`, `typo`, `unanswerable`, … */
  kind: z.string().min(1),
  relevant: z.record(z.string(), z.number().int().min(1).max(3)),
  /**
   * `tune` and `held-out` are random halves of the first queries, and `held-out` is only for evaluation. `fresh` and `tune-2`
   * are by two and four readers who knew the titles and abstracts but not the search.
   */
  set: z.enum(querySets),
})
export type JudgedQuery = z.infer<typeof judgedQuery>

/** The judged queries of a list; empty if it has none. */
export function loadJudged(): JudgedQuery[] {
  const file = readEvaluation('searches', z.strictObject({ queries: z.array(judgedQuery) }))
  return file?.queries ?? []
}

/** How far the nDCG may fall below the recorded one. */
export const tolerance = 0.02

const ndcgFile = 'search-figures'

/** The recorded nDCG@10 of the answerable queries, by set. */
export function recordedNdcg(): Record<string, number> {
  return readEvaluation(ndcgFile, z.record(z.string(), z.number())) ?? {}
}

/** Records the nDCG of some sets, and keeps that of the others. */
export function recordNdcg(updated: Readonly<Record<string, number>>): void {
  const all = { ...recordedNdcg(), ...updated }
  writeFileSync(evaluationPath(ndcgFile), `${JSON.stringify(all, null, 2)}\n`)
}
