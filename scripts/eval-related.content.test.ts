import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { relatedQuality } from './eval-related.ts'

// A reader who liked a paper would be led to ones that have little to do with it, or could not find the way back.
test('related papers are those that readers of the abstracts would name', () => {
  const quality = relatedQuality()
  if (!quality) return
  // The least that a list's related papers should give is measured on its own papers.
  const floors = z
    .strictObject({ precision: z.number(), recall: z.number(), back: z.number() })
    .parse(JSON.parse(readFileSync('content/evaluation/related-figures.json', 'utf8')))
  expect(quality.precision, 'precision').toBeGreaterThan(floors.precision)
  expect(quality.recall, 'recall').toBeGreaterThan(floors.recall)
  expect(quality.back, 'back').toBeGreaterThan(floors.back)
})
