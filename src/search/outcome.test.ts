import { expect, test } from 'vitest'
import { outcomeText } from './outcome.ts'
import { parseState } from './url-state.ts'

// The line above the results would be wrong.

test.each([
  [1200, 1200, '?q=nash', '1,200 papers for “nash”'],
  [3, 0, '?q=prompt+injection', '3 papers for “prompt injection”, none with all of it'],
  [3, 1, '?q=ICLR+2025', '3 papers for “ICLR 2025”, 1 with all of it'],
  [1, 1, '?topic=safety', '1 paper'],
  [0, 0, '?q=nash&topic=safety', 'No paper for “nash” with these filters'],
  [0, 0, '?topic=safety&kind=tool', 'No paper with these filters'],
] as const)('%i results, %i of them full, of %s: %s', (total, full, address, text) => {
  const places = Array.from({ length: total }, (_, place) => place)
  expect(outcomeText({ places, full, near: false }, parseState(address))).toBe(text)
})

test('near misses are not called matches', () => {
  const found = { places: [1, 2, 3], near: true, full: 0 }
  expect(outcomeText(found, parseState('?q=zz'))).toBe('No paper matches “zz”')
})
