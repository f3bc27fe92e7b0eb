import { expect, test } from 'vitest'
import { z } from 'zod'
import { readEvaluation } from './judged.ts'
import { relatedQuality } from './related.ts'
import { suggestionQuality } from './suggest.ts'

// Each list has its own thresholds, in a file beside its judgements.
const figures = z.record(z.string(), z.number())

// A reader would be shown papers that have little to do with the one they liked.
test('related papers are those that readers of the abstracts would name', () => {
  const floors = readEvaluation('related-figures', figures)
  if (floors) expectAbove(relatedQuality(), floors)
})

// A contributor would be suggested the wrong topic.
test('suggestions for each entry, made without it, meet what its curators chose', () => {
  const floors = readEvaluation('suggestion-figures', z.record(z.string(), figures))
  const accuracy: Record<string, unknown> = floors ? suggestionQuality() : {}
  for (const [kind, least] of Object.entries(floors ?? {})) expectAbove(accuracy[kind], least)
})

function expectAbove(measured: unknown, floors: Readonly<Record<string, number>>): void {
  const found = figures.parse(measured)
  expect(Object.keys(floors).length).toBeGreaterThan(0)
  for (const [name, floor] of Object.entries(floors))
    expect(found[name], name).toBeGreaterThan(floor)
}
