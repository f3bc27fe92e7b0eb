import { expect, test } from 'vitest'
import { hasCriteria, headingOf, parseState, writeState } from './url-state.ts'

// A link to a search would open another search.

test('an address reads back as it was written', () => {
  const address = '?q=nash+equilibrium+%26+%C3%A9&topic=safety&topic=steering&has=code&sort=newest'
  expect(writeState(parseState(address))).toBe(address)
})

test('an address that asks for nothing is empty', () => {
  expect(writeState(parseState('?q=++&sort=relevance&topic='))).toBe('')
})

test('unknown parameters and orders, and values given twice, are left out', () => {
  expect(writeState(parseState('?sort=price&utm_source=x&topic=safety&topic=safety'))).toBe(
    '?topic=safety',
  )
  // An older link of the whole list.
  expect(parseState('?sort=date').order).toBe('newest')
})

test('words, facets and an order of its own ask for results', () => {
  expect(hasCriteria(parseState('?sort=title'))).toBe(true)
  expect(hasCriteria(parseState(''))).toBe(false)
  expect(hasCriteria(parseState('?q=+'))).toBe(false)
  expect(hasCriteria(parseState('?q=x'))).toBe(true)
  expect(hasCriteria(parseState('?has=code'))).toBe(true)
})

// A reader who sorts the list looks for a paper where it belongs: an accent, a quote or a figure must not hide it.
test.each([
  ['newest', { title: 'A', year: 2024 }, '2024'],
  ['newest', { title: 'A' }, 'Undated'],
  ['title', { title: '“Quoted” Zebra' }, 'Q'],
  ['title', { title: 'Élan' }, 'E'],
  ['title', { title: '3H at once' }, '0–9'],
  ['venue', { title: 'A', venue: 'Findings of ACL 2024' }, 'Findings of ACL'],
  ['venue', { title: 'A' }, 'Preprints'],
] as const)('in the order %s, %j stands under %s', (order, paper, heading) => {
  expect(headingOf(order, paper)).toBe(heading)
})
