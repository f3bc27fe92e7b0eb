import { expect, test } from 'vitest'
import { findingsIn, specimenContext, specimenWith } from './fixtures/specimen.ts'

// A paper could be listed under the wrong year, or under a future one.

test('the date is not compared with that of an id that is recorded for another paper', () => {
  const rules = findingsIn(
    specimenWith('2410.01234', '2410.99999').replace('2024-10-04', '2024-01-04'),
  )
  expect(rules.map((fault) => fault.split(' ')[1])).toEqual(['identity'])
})

test('a date may be in the month of the arXiv id or the month before, but no earlier', () => {
  const { identities: _, ...context } = specimenContext
  const dated = (date: string) => findingsIn(specimenWith('2024-10-04', date), context)
  expect(dated('2024-09-30')).toEqual([])
  expect(dated('2024-10')).toEqual([])
  expect(dated('2024-08-31')).toEqual([
    '4:12 published Unexpected `2024-08-31` in `published`, expected `2024-10` or the month before, according to arXiv id `2410.01234`. Write the day of its first version.',
  ])
  expect(dated('2024-11-01')).toHaveLength(1)
  expect(dated('2023')).toHaveLength(1)
})
