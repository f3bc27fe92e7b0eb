import { z } from 'zod'
import { loadEntries, loadVocabulary } from '../../src/content/read.ts'
import { relatedIndex } from '../../src/similarity/related.ts'
import { mean, readEvaluation } from './judged.ts'

const judged = z.object({
  /** For each judged paper, by id, which others are relevant to it (1) or not (0). */
  judgements: z.record(z.string(), z.record(z.string(), z.literal([0, 1]))),
})
const relatedCount = 5

/** Measures the quality of related papers, in shares from 0 to 1; undefined if the list has no judgements. */
export function relatedQuality() {
  const judgements = readEvaluation('related', judged)?.judgements
  if (!judgements) return undefined
  const entries = loadEntries().filter(({ withdrawn }) => !withdrawn)
  const related = relatedIndex(entries, loadVocabulary().tags)
  const relatedIds = new Map(
    entries.map((entry) => [entry.id, related(entry, relatedCount).map(({ paper }) => paper.id)]),
  )
  const scores = Object.entries(judgements).flatMap(([id, relevant]) => {
    const all = Object.values(relevant).filter(Boolean).length
    const right = relatedIds.get(id)?.filter((other) => relevant[other] === 1).length ?? 0
    return relatedIds.has(id) && all > 0
      ? [{ precision: right / relatedCount, recall: right / all }]
      : []
  })
  const links = [...relatedIds].flatMap(([id, others]) => others.map((other) => ({ id, other })))
  const linksTo = Object.values(Object.groupBy(links, ({ other }) => other))
  return {
    /** The share of related papers that are relevant. */
    precision: mean(scores.map(({ precision }) => precision)),
    /** The share of relevant papers that are related papers. */
    recall: mean(scores.map(({ recall }) => recall)),
    /** The share of relations that are mutual. */
    mutual: mean(links.map(({ id, other }) => Number(relatedIds.get(other)?.includes(id)))),
    /** The share of papers that have the most common related paper. */
    mostCommon: Math.max(...linksTo.map((under = []) => under.length)) / entries.length,
  }
}
