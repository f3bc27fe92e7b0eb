import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A paper would be listed in the wrong year, or years ahead of today.

test.each([
  [
    'another day than recorded',
    '2024-10-04',
    '2024-09-30',
    '4:12 published Unexpected `2024-09-30` in `published`, expected `2024-10-04`, which is recorded for arXiv id `2410.01234`. Write `published: 2024-10-04`.',
  ],
  [
    'a day of the future',
    'published: 2024-10-04\npaper: https://arxiv.org/abs/2410.01234\nvenue: ACL 2025',
    'published: 2027-01-01\npaper: https://arxiv.org/abs/2410.01234',
    '4:12 published Unexpected `2027-01-01` in `published`, expected today (`2026-03-13`) or a day before. Write the day of the first public version.',
  ],
  [
    'an addition in the future',
    'added: 2025-03-13',
    'added: 2026-03-14',
    '17:8 published Unexpected `2026-03-14` in `added`, expected today (`2026-03-13`) or a day before. Write `added: 2026-03-13`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('an entry cannot have joined the list before its paper was there', () => {
  expect(faultsIn(planted('added: 2025-03-13', 'added: 2023-03-13'))).toEqual([
    '17:8 published Unexpected `2023-03-13` in `added`, before the paper was published (`2024-10-04`), expected the day on which the entry joins the list. Write `added: 2026-03-13`.',
  ])
})

test('an id that is recorded for another paper says nothing about the date', () => {
  const rules = faultsIn(planted('2410.01234', '2410.99999').replace('2024-10-04', '2024-01-04'))
  expect(rules.map((fault) => fault.split(' ')[1])).toEqual(['identity'])
})
