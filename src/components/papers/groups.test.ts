import { expect, it } from 'vitest'
import { groupEntries, type Sortable } from './groups.ts'
import type { ListOrder } from './list-state.ts'

const item = (title: string, year: string, venue: string): Sortable => ({ title, year, venue })
const items = [
  item('“Quoted” Zebra', '2025', 'preprint'),
  item('Élan', '2025', 'NeurIPS'),
  item('3H at once', '2024', 'ACL'),
  item('eager apes', '2024', 'NeurIPS'),
  item('Undated thoughts', '', 'preprint'),
]
const outline = (order: ListOrder) =>
  groupEntries(items, order).map(({ heading, items }) => [
    heading,
    ...items.map((one) => one.title),
  ])

// A reader who sorts the list looks for a paper where it belongs: an accent, a quote or a figure must not hide it.
it('parts the list by year as it comes, what has no date last', () => {
  expect(outline('date')).toEqual([
    ['2025', '“Quoted” Zebra', 'Élan'],
    ['2024', '3H at once', 'eager apes'],
    ['Undated', 'Undated thoughts'],
  ])
})

it('sorts titles by their letters, whatever their case, accents and quotes', () => {
  expect(outline('title')).toEqual([
    ['0–9', '3H at once'],
    ['E', 'eager apes', 'Élan'],
    ['Q', '“Quoted” Zebra'],
    ['U', 'Undated thoughts'],
  ])
})

it('sorts by venue, keeps the order within one, and puts preprints last', () => {
  expect(outline('venue')).toEqual([
    ['ACL', '3H at once'],
    ['NeurIPS', 'Élan', 'eager apes'],
    ['Preprints', '“Quoted” Zebra', 'Undated thoughts'],
  ])
})
