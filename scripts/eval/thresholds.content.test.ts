import { expect, test } from 'vitest'
import { z } from 'zod'
import { readEvaluation } from './judged.ts'
import { relatedQuality } from './related.ts'
import { suggestionQuality } from './suggest.ts'

// Each list has its own thresholds, in a file beside its judgements.
const shares = z.record(z.string(), z.number())

// A reader would be shown papers that have little to do with the one they liked.
test('related papers meet the thresholds', () => {
  const thresholds = readEvaluation('related-figures', shares)
  if (thresholds) expectAbove(relatedQuality(), thresholds)
})

// A contributor would be suggested the wrong topic.
test('suggestions meet the thresholds', () => {
  const thresholds = readEvaluation('suggestion-figures', z.record(z.string(), shares))
  const quality: Record<string, unknown> = thresholds ? suggestionQuality() : {}
  for (const [kind, minimums] of Object.entries(thresholds ?? {}))
    expectAbove(quality[kind], minimums)
})

function expectAbove(measured: unknown, thresholds: Readonly<Record<string, number>>): void {
  const found = shares.parse(measured)
  expect(Object.keys(thresholds).length).toBeGreaterThan(0)
  for (const [name, threshold] of Object.entries(thresholds))
    expect(found[name], name).toBeGreaterThan(threshold)
}
