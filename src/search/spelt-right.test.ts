import { expect, test } from 'vitest'
import { commonWords } from './common-words.ts'
import { readSpeltRight, writeSpeltRight } from './spelt-right.ts'
import { stem } from './stem.ts'

// Readers who ask for the weather would be shown what is weaker.

test('every word that was put in is known, and few others are', () => {
  const words = commonWords('en-GB')
  const speltRight = readSpeltRight(writeSpeltRight(words))
  expect([...words].filter((word) => !speltRight(word))).toEqual([])
  for (const word of ['weather', 'cooking', 'religion', 'colour', 'routing'])
    expect(speltRight(stem(word)), word).toBe(true)
  const others = Array.from({ length: 5000 }, (_, at) => `zq${at.toString(36)}xv`)
  const share = others.filter(speltRight).length / others.length
  expect(share).toBeGreaterThan(0)
  expect(share).toBeLessThan(0.04)
})

test('of a language whose words are not at hand, no word is known', () => {
  const speltRight = readSpeltRight(writeSpeltRight(commonWords('de')))
  expect(speltRight(stem('weather'))).toBe(false)
})
