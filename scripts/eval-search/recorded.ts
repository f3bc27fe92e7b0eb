import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The file of the figures that were last recorded. */
export const recordedFile = 'content/evaluation/search-figures.json'

/** How far a figure may fall below the recorded one. */
export const tolerance = 0.02

/** The recorded nDCG@10 over the answerable queries, by set. */
export function recordedFigures(): Partial<Record<string, number>> {
  return z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(recordedFile, 'utf8')))
}
