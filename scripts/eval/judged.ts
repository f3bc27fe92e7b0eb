import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const evaluationPath = (name: string) => `content/evaluation/${name}.json`

/** Reads a file of `content/evaluation`; undefined when the list has none of that name. Throws when it is not valid. */
export function readEvaluation<T>(name: string, schema: z.ZodType<T>): T | undefined {
  const path = evaluationPath(name)
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined
}

/** The mean of some numbers; 0 if there are none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
}

/** The sets of judged queries. Search may be tuned on those called `tune`. */
export const querySets = ['tune', 'tune-2', 'held-out', 'fresh'] as const

/** A query with the relevance of entries: 3 exactly what is wanted, 2 clearly on the subject, 1 partly; 0 for all others. */
const judgedQuery = z.strictObject({
  q: z.string().min(1),
  /** The kind of query: `title`, `typo`, `unanswerable`, … */
  kind: z.string().min(1),
  relevant: z.record(z.string(), z.number().int().min(1).max(3)),
  /**
   * `tune` and `held-out` are random halves of the first queries; the second half is for evaluation. `fresh` and `tune-2` were
   * written later, by two and four readers who knew the titles and abstracts but not the search.
   */
  set: z.enum(querySets),
})
export type JudgedQuery = z.infer<typeof judgedQuery>

/** The judged queries of a list; empty if it has none. */
export function loadJudged(): JudgedQuery[] {
  const file = readEvaluation('searches', z.strictObject({ queries: z.array(judgedQuery) }))
  return file?.queries ?? []
}

/** How far a figure may fall below the recorded one. */
export const tolerance = 0.02

const figuresFile = 'search-figures'

/** The recorded nDCG@10 over the answerable queries, by set. */
export function recordedNdcg(): Record<string, number> {
  return readEvaluation(figuresFile, z.record(z.string(), z.number())) ?? {}
}

/** Records the figures of some sets, and keeps those of the others. */
export function recordNdcg(fresh: Readonly<Record<string, number>>): void {
  const all = { ...recordedNdcg(), ...fresh }
  writeFileSync(evaluationPath(figuresFile), `${JSON.stringify(all, null, 2)}\n`)
}
