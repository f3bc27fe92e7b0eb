import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'

// Readers would meet a fault in an entry that everybody believed to be checked.

test('the list has no findings', () => {
  expect(checkContent().findings).toEqual([])
})
