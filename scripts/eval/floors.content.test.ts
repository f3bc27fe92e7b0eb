import { expect, test } from 'vitest'
import { z } from 'zod'
import { relatedQuality } from '../eval-related.ts'
import { suggestionAccuracy } from '../eval-suggest.ts'
import { evaluationOf } from './judged.ts'

// The least that is expected of a list is measured on its own papers, and lies beside them.
const figures = z.record(z.string(), z.number())

// A reader who liked a paper would be led to ones that have little to do with it, or could not find the way back.
test('related papers are those that readers of the abstracts would name', () => {
  const floors = evaluationOf('related-figures', figures)
  if (floors) expectAbove(relatedQuality(), floors)
})

// A contributor would be led to the wrong shelf.
test('suggestions for each entry, made without it, meet what its curators chose', () => {
  const floors = evaluationOf('suggestion-figures', z.record(z.string(), figures))
  const accuracy: Record<string, unknown> = floors ? suggestionAccuracy() : {}
  for (const [kind, least] of Object.entries(floors ?? {})) expectAbove(accuracy[kind], least)
})

function expectAbove(measured: unknown, floors: Readonly<Record<string, number>>): void {
  const found = figures.parse(measured)
  expect(Object.keys(floors).length).toBeGreaterThan(0)
  for (const [name, floor] of Object.entries(floors))
    expect(found[name], name).toBeGreaterThan(floor)
}
