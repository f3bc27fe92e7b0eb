import { expect, test } from 'vitest'
import { bestPassage } from './passage.ts'
import { wordsIn } from './words.ts'

// The paper that is asked for in its own phrase would stand below those that have the words strewn about.

const lexicon = { entries: 100, counts: [], placeOf: () => undefined }
const saying = (query: string, asks: string, claim = '') =>
  bestPassage(wordsIn(query), { title: 'Steady Preferences', claim, asks }, lexicon)

test('just what is asked counts fully, in whatever forms the words stand', () => {
  expect(saying('bots that lie', 'feedback in words; a bot that lies')).toBeCloseTo(1)
})

test('a passage counts less for what it leaves out and for what it adds', () => {
  const half = saying('bots that lie', 'honest bots that never lie')
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(1)
  expect(saying('bots that lie', 'bots in schools')).toBeLessThan(half)
})

test('words of several passages do not add up, and one word is no phrase', () => {
  expect(saying('bots that lie', 'bots', 'People lie.')).toBeLessThan(0.6)
  expect(saying('lie', 'lie')).toBe(0)
  expect(saying('bots that lie', '')).toBe(0)
})
