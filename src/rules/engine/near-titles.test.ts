import { expect, test } from 'vitest'
import { nearPairs } from './near-titles.ts'
import { editDistance } from './nearest.ts'

// One paper retitled by a letter would stand twice, or the check of a long list would take minutes.

const syllables = 'ba co di fu ge ha jo ki lu me na po ri su te vo'.split(' ')

/** The nth of many words, each of three syllables. */
const word = (number: number) =>
  [0, 1, 2].map((step) => syllables[Math.floor(number / 16 ** step) % 16]).join('')

/** Titles of six words each, made by rule. */
const titles = Array.from({ length: 3000 }, (_, index) =>
  [1, 2, 3, 4, 5, 6].map((step) => word((index + 1) * 7919 * step * step)).join(' '),
)

test('the nearest pair among thousands is found without comparing all', () => {
  const changed = `${titles[1234]}d`
  const near = [...nearPairs([...titles, changed].map((title) => ({ title })))]
  expect(near.map(([a, b]) => [a.title, b.title])).toContainEqual([titles[1234], changed])
})

test('no title that lies two edits away is missed, wherever the edits are', () => {
  const title = 'Steady Preferences: Learning from Ties'
  const key = [...title]
  const missed: string[] = []
  for (let at = 0; at < key.length; at++) {
    for (const second of [3, 17, key.length - 2]) {
      const edited = key.map((letter, place) => (place === at || place === second ? 'x' : letter))
      const text = edited.join('')
      if ([...nearPairs([{ title }, { title: text }])].length === 0) missed.push(text)
    }
  }
  expect(missed).toEqual([])
})

test.each([
  ['kitten', 'kitten', 0],
  ['kitten', 'kiten', 1],
  ['kitten', 'ktiten', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['ca', 'abc', 3],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
  expect(editDistance(b, a)).toBe(distance)
  expect(editDistance(a, b, distance)).toBe(distance)
  if (distance > 0) expect(editDistance(a, b, distance - 1)).toBe(distance)
})
