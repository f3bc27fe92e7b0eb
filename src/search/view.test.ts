import { expect, test } from 'vitest'
import { parseState } from './url-state.ts'
import { outcome } from './view.ts'

// The line above the results would say something that isn't so.

test.each([
  [1, 'all', '?q=nash', '1 paper for “nash”'],
  [1200, 'all', '?q=nash', '1,200 papers for “nash”'],
  [3, 'begun', '?q=reward+mod', '3 papers for “reward mod” …'],
  [
    3,
    'apart',
    '?q=prompt+injection',
    '3 papers for “prompt injection”, none with the words together',
  ],
  [3, 'part', '?q=nash+zz', '3 papers for “nash zz”, none with all of it'],
  [3, 'near', '?q=zz', 'No paper matches “zz”'],
  [3, 'all', '?topic=safety', '3 papers'],
  [0, 'near', '?q=zz', 'No paper for “zz”'],
  [0, 'all', '?q=nash&topic=safety', 'No paper for “nash” under these filters'],
  [0, 'all', '?topic=safety&kind=tool', 'No paper under these filters'],
] as const)('%i results that fit %s of %s: %s', (total, fit, address, text) => {
  const places = Array.from({ length: total }, (_, place) => place)
  expect(outcome({ places, fit, full: total }, parseState(address))).toBe(text)
})

test('where only some have all of it, the line says how many', () => {
  const found = { places: [1, 2, 3], fit: 'all', full: 1 } as const
  expect(outcome(found, parseState('?q=ICLR+2025'))).toBe(
    '3 papers for “ICLR 2025”, 1 with all of it',
  )
})
