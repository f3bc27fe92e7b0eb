import { expect, test } from 'vitest'
import { entryRules, listRules } from '../../src/rules/engine/all.ts'
import { checkContent } from './check-content.ts'

// Readers would meet a fault in an entry that everybody believed to be checked.

const report = checkContent()

test('the list has no findings', () => {
  expect(report.findings).toEqual([])
})

test('every rule has one name', () => {
  const names = [...entryRules, ...listRules].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
