import { expect, test } from 'vitest'
import { noValues } from './facet.ts'
import { packMembership, unpackMembership } from './membership.ts'
import { narrow } from './narrow.ts'

// A reader who ticks two boxes would see the wrong papers, or a count that a click doesn't keep.

const membership = unpackMembership(
  packMembership([
    { ...noValues(), topic: ['safety'], year: ['2024'] },
    { ...noValues(), topic: ['safety', 'steering'], year: ['2023'] },
    { ...noValues(), topic: ['steering'], year: ['2024'] },
  ]),
)
const chosen = (topic: string[], year: string[] = []) => ({ ...noValues(), topic, year })
const all = [2, 0, 1]

test('nothing chosen keeps everything, in the order given', () => {
  expect(narrow(all, noValues(), membership).places).toEqual([2, 0, 1])
})

test('two values of one facet add up, two facets must agree', () => {
  expect(narrow(all, chosen(['safety', 'steering']), membership).places).toEqual([2, 0, 1])
  expect(narrow(all, chosen(['safety', 'steering'], ['2024']), membership).places).toEqual([2, 0])
})

test('an unknown value keeps nothing', () => {
  expect(narrow(all, chosen(['nonsense']), membership).places).toEqual([])
})

test('a count is what a value would give beside the choices in the other facets', () => {
  const { counts } = narrow(all, chosen(['safety'], ['2024']), membership)
  expect(Object.fromEntries(counts.topic)).toEqual({ safety: 1, steering: 1 })
  expect(Object.fromEntries(counts.year)).toEqual({ 2023: 1, 2024: 1 })
})
