import { expect, test } from 'vitest'
import { exportWords } from './export-words.ts'

// A reader would save different papers from those the panel names.

test.each([
  [
    2,
    0,
    0,
    'Export these papers',
    'The 2 papers that this page lists; tick some to take only those',
  ],
  [2, 1, 0, 'Export 1 selected paper', 'Save it as'],
  [3, 2, 0, 'Export 2 selected papers', 'Save them as'],
  [1, 3, 2, 'Export 3 selected papers', 'Save them as (the page does not show 2 of them now)'],
])('for %j listed, %j ticked, %j away', (listed, chosen, away, summary, legend) => {
  expect(exportWords(listed, chosen, away)).toEqual({ summary, legend })
})

test('what a reader has read and hides is not exported, and the panel says so', () => {
  expect(exportWords(67, 0, 0, true).legend).toBe(
    'Of the 67 papers found, those that you have not read; tick some to take only those',
  )
})
