import { expect, test } from 'vitest'
import { checkContent } from './check-content.ts'

// The list would contain an entry that breaks a rule.

test('the list has no findings', () => {
  expect(checkContent().findings).toEqual([])
})
