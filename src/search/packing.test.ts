import { expect, test } from 'vitest'
import { readPostings, writePostings } from './packing.ts'

// A word would be said to stand in papers that don't have it.

test('postings read back as they were written', () => {
  const lists = [
    [
      { place: 0, impact: 1, scopes: 0 },
      { place: 127, impact: 255, scopes: 3 },
      { place: 40_000, impact: 9, scopes: 15 },
    ],
    [{ place: 128, impact: 7, scopes: 1 }],
  ]
  expect(readPostings(writePostings(lists), [3, 1])).toEqual(lists)
})

test('bytes of another count are refused', () => {
  expect(() => readPostings(new Uint8Array([0, 1]), [1])).toThrow(
    'Unexpected 2 bytes of postings, expected 3.',
  )
})
