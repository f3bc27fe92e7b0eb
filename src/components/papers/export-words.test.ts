import { expect, test } from 'vitest'
import { exportWords } from './export-words.ts'

// A reader would save other papers than the panel says.

const set = (ids: string) => new Set(ids.split(' ').filter(Boolean))

test.each([
  ['', '', 'Export these papers', 'This page shows no paper now'],
  ['a', '', 'Export these papers', 'The paper that this page shows'],
  [
    'a b',
    '',
    'Export these papers',
    'The 2 papers that this page shows; tick some to take only those',
  ],
  ['a b', 'a', 'Export 1 selected paper', 'Save it as'],
  ['b', 'a', 'Export 1 selected paper', 'Save it as (the page does not show it now)'],
  ['a b c', 'a b', 'Export 2 selected papers', 'Save them as'],
  ['a', 'a b c', 'Export 3 selected papers', 'Save them as (the page does not show 2 of them now)'],
])('for %j shown and %j ticked', (shown, chosen, summary, legend) => {
  expect(exportWords(set(shown), set(chosen))).toEqual({ summary, legend })
})
