import { expect, test } from 'vitest'
import { addressOf, headingOf, parseState } from './url-state.ts'

// A link to a search would open another search.

const formOf = (search: string) => new URLSearchParams(search)

test('a form without a query, filters and an order has no query string', () => {
  expect(addressOf(formOf('q=++&sort=relevance&topic='))).toBe('')
})

test('an address is parsed to the state of its form', () => {
  const address = '?q=nash+equilibrium+%26+%C3%A9&topic=safety&topic=steering&has=code&sort=newest'
  expect(addressOf(formOf(address))).toBe(address)
  expect(parseState(address)).toMatchObject({
    query: 'nash equilibrium & é',
    chosen: { topic: ['safety', 'steering'], has: ['code'], year: [] },
    order: 'newest',
    exact: false,
  })
})

test('unknown orders are ignored, and older links to the sorted list still work', () => {
  expect(parseState('?sort=price').order).toBe('relevance')
  expect(parseState('?sort=date').order).toBe('newest')
})

// A reader who sorts the list looks for a paper where it belongs: an accent, a quote or a figure must not hide it.
test.each([
  ['newest', { title: 'A' }, 'Undated'],
  ['title', { title: '“Quoted” Zebra' }, 'Q'],
  ['title', { title: 'Élan' }, 'E'],
  ['title', { title: '3H at once' }, '0–9'],
  ['venue', { title: 'A', venue: 'Findings of ACL 2024' }, 'Findings of ACL'],
  ['venue', { title: 'A' }, 'Preprints'],
] as const)('in the order %s, %j stands under %s', (order, paper, heading) => {
  expect(headingOf(order, paper)).toBe(heading)
})
