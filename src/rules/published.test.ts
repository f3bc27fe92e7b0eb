import { expect, test } from 'vitest'
import { faultsIn, planted, specimenContext } from './fixtures/specimen.ts'

// A paper would be listed in the wrong year, or years ahead of today.

test('an id that is recorded for another paper says nothing about the date', () => {
  const rules = faultsIn(planted('2410.01234', '2410.99999').replace('2024-10-04', '2024-01-04'))
  expect(rules.map((fault) => fault.split(' ')[1])).toEqual(['identity'])
})

test('the month before that of an arXiv id is right, two months before are not', () => {
  const { identities: _, ...around } = specimenContext
  const dated = (date: string) => faultsIn(planted('2024-10-04', date), around)
  expect(dated('2024-09-30')).toEqual([])
  expect(dated('2024-10')).toEqual([])
  expect(dated('2024-08-31')).toEqual([
    '4:12 published Unexpected `2024-08-31` in `published`, expected `2024-10` or the month before, as arXiv id `2410.01234` says. Write the day of its first version.',
  ])
  expect(dated('2024-11-01')).toHaveLength(1)
  expect(dated('2023')).toHaveLength(1)
})
