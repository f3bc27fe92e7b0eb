import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** The sets of judged queries. */
export const judgedSets = ['tune', 'held-out', 'fresh'] as const

/** A query, and how well each entry answers it: 3 just what is wanted, 2 clearly on the subject, 1 partly; 0 for all others. */
export const judgedQuery = z.strictObject({
  q: z.string().min(1),
  /** What sort of query it is: `title`, `typo`, `unanswerable`, … */
  kind: z.string().min(1),
  relevant: z.record(z.string(), z.number().int().min(1).max(3)),
  /**
   * Search may be tuned on the first set only; the second, drawn at random with it, is looked at when that is done. The third
   * was written afterwards, by two readers who knew the titles and abstracts and nothing of the search.
   */
  set: z.enum(judgedSets),
})
export type JudgedQuery = z.infer<typeof judgedQuery>

/** The judged queries of a list, which are about its own papers. */
export const judgedFile = 'content/evaluation/searches.json'

/** Loads the judged queries; none where the list has none. Throws when they are not valid. */
export function loadJudged(path = judgedFile): JudgedQuery[] {
  if (!existsSync(path)) return []
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'))
  return z.strictObject({ queries: z.array(judgedQuery) }).parse(file).queries
}

const figuresFile = 'content/evaluation/search-figures.json'

/** How far a figure may fall below the recorded one. */
export const tolerance = 0.02

/** The recorded nDCG@10 over the answerable queries, by set. */
export function recordedFigures(): Record<string, number> {
  if (!existsSync(figuresFile)) return {}
  return z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(figuresFile, 'utf8')))
}

/** Records figures of some sets; those of the others stay. */
export function recordFigures(fresh: Readonly<Record<string, number>>): void {
  const all = { ...recordedFigures(), ...fresh }
  writeFileSync(figuresFile, `${JSON.stringify(all, null, 2)}\n`)
}
