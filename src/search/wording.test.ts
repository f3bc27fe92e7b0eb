import { expect, test } from 'vitest'
import { parseState } from './state.ts'
import { onward, outcome } from './wording.ts'

// The line above the results would say something that isn't so.

test.each([
  [1, 'all', '?q=nash', '1 paper for “nash”'],
  [1200, 'all', '?q=nash', '1,200 papers for “nash”'],
  [3, 'part', '?q=nash+zz', '3 papers for “nash zz”, none with all of it'],
  [3, 'near', '?q=zz', 'No paper matches “zz”'],
  [3, 'all', '?topic=safety', '3 papers'],
  [0, 'near', '?q=zz', 'No paper for “zz”'],
  [0, 'all', '?q=nash&topic=safety', 'No paper for “nash” under these filters'],
  [0, 'all', '?topic=safety&kind=tool', 'No paper under these filters'],
] as const)('%i results that fit %s of %s: %s', (total, fit, address, text) => {
  expect(outcome({ total, fit }, parseState(address))).toBe(text)
})

test.each([
  [1, 'all', 'The one result, with filters'],
  [1200, 'part', 'All 1,200 results, with filters'],
  [3, 'near', 'All 3 that come near, with filters'],
] as const)('the way to all of %i results that fit %s: %s', (total, fit, text) => {
  expect(onward({ total, fit })).toBe(text)
})
