import { expect, test } from 'vitest'
import { z } from 'zod'
import { readEvaluation } from './judged.ts'
import { relatedQuality } from './related.ts'
import { suggestionQuality } from './suggest.ts'

// Each list has its own thresholds, in a file beside its judgements.
const shares = z.record(z.string(), z.number())

// A reader would be shown papers that have little to do with the one they liked.
test('related papers meet the thresholds', () => {
  const floors = readEvaluation('related-figures', shares)
  if (floors) expectAbove(relatedQuality(), floors)
})

// A contributor would be suggested the wrong topic.
test('suggestions meet the thresholds', () => {
  const floors = readEvaluation('suggestion-shares', z.record(z.string(), shares))
  const accuracy: Record<string, unknown> = floors ? suggestionQuality() : {}
  for (const [kind, least] of Object.entries(floors ?? {})) expectAbove(accuracy[kind], least)
})

function expectAbove(measured: unknown, floors: Readonly<Record<string, number>>): void {
  const found = shares.parse(measured)
  expect(Object.keys(floors).length).toBeGreaterThan(0)
  for (const [name, floor] of Object.entries(floors))
    expect(found[name], name).toBeGreaterThan(floor)
}
