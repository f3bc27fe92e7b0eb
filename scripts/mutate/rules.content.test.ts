import { expect, test } from 'vitest'
import { surroundingsOf } from '../../src/rules/surroundings.ts'
import { readList, readRecords } from '../check/read-files.ts'
import { plantsOf } from './all-plants.ts'
import { findingsInList } from './findings-in.ts'
import type { Ground } from './plant.ts'
import { harvestText } from './report.ts'
import { mutate, rulesWithoutPlants } from './run.ts'

// A contributor's mistake would pass the check, or the check would speak of a mistake that nobody made.

const list = readList('content')
const records = readRecords('content')
const today = new Date().toISOString().slice(0, 10)
const ground: Ground = { list, records, around: surroundingsOf(list, records, today) }

test('nothing is said of the list as it is', () => {
  expect(findingsInList(ground)).toEqual([])
})

test('every rule has several kinds of faults planted for it', () => {
  expect(rulesWithoutPlants()).toEqual([])
  for (const [rule, plants] of Object.entries(plantsOf)) {
    expect(new Set(plants.map(({ what }) => what)).size, rule).toBe(plants.length)
    expect(plants.length, rule).toBeGreaterThanOrEqual(5)
  }
})

test('each fault that is planted in an entry is found at its line by its rule, and nothing else is said', {
  timeout: 300_000,
}, async () => {
  const harvest = await mutate(ground, { every: 40 })
  const beside = { untouched: [], entries: list.entries.length, missing: [], verbose: false }
  expect(harvest.mishaps, harvestText(harvest, beside)).toEqual([])
  for (const { rule, planted } of harvest.rows) expect(planted, rule).toBeGreaterThan(0)
})

test('a rule that sees nothing is told, with what was expected of it', {
  timeout: 100_000,
}, async () => {
  const { identities: _, ...blind } = ground.around
  const few = { ...ground, around: blind, list: { ...list, entries: list.entries.slice(0, 2) } }
  const { rows, mishaps } = await mutate(few, { every: 2 })
  const row = rows.find(({ rule }) => rule === 'identity')
  expect(row?.planted).toBeGreaterThan(3)
  expect(row?.found).toBe(0)
  expect(mishaps.filter(({ rule }) => rule === 'identity').length).toBe(row?.planted)
  const surname = mishaps.find(({ what }) => what === 'another last author')
  expect(surname?.said.replace(/:\d+ /, ':3 ')).toBe(
    `expected ${surname?.path}:3 identity; said\n    `,
  )
})
