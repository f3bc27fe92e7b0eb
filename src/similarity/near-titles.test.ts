import { expect, test } from 'vitest'
import { editDistance } from './edit-distance.ts'
import { nearTitles } from './near-titles.ts'

// One paper retitled by a letter would stand twice, or the check of a long list would take minutes.

const syllables = 'ba co di fu ge ha jo ki lu me na po ri su te vo'.split(' ')

/** The nth of many words, each of three syllables. */
const word = (number: number) =>
  [0, 1, 2].map((step) => syllables[Math.floor(number / 16 ** step) % 16]).join('')

/** Titles of six words each, made by rule. */
const titles = Array.from({ length: 3000 }, (_, index) =>
  [1, 2, 3, 4, 5, 6].map((step) => word((index + 1) * 7919 * step * step)).join(' '),
)

test('the nearest title among thousands is found without comparing all', () => {
  expect(nearTitles(titles)(`${titles[1234]}d`)).toEqual([1234])
})

test('no title that lies two edits away is missed, wherever the edits are', () => {
  const title = 'Steady Preferences: Learning from Ties'
  const near = nearTitles([title])
  const key = [...title]
  const missed: string[] = []
  for (let at = 0; at < key.length; at++) {
    for (const second of [3, 17, key.length - 2]) {
      const edited = key.map((letter, place) => (place === at || place === second ? 'x' : letter))
      if (near(edited.join('')).length === 0) missed.push(edited.join(''))
    }
  }
  expect(missed).toEqual([])
})

test.each([
  ['Steady Preferences: Learning from Ties 2', 'Steady Preferences: Learning from Ties 3', false],
  [
    'Nemotron 3 Nano: Open and Efficient Models',
    'Nemotron 3 Super: Open and Efficient Models',
    false,
  ],
  ['The Whole Qwen3 Technical Report', 'The Whole Qwen3-VL Technical Report', false],
  ['The Whole Qwen3 Technical Report', 'The Whole Qwen3 Technical Reports', true],
  ['Short Ties', 'Short Lies', false],
  ['Ties', 'ties?', true],
  ['R³', 'R3', true],
  ['偏好学习', '偏好学习', true],
])('whether %s and %s are one title: %s', (one, other, near) => {
  expect(nearTitles([one])(other)).toEqual(near ? [0] : [])
})

test.each([
  ['kitten', 'kitten', 0],
  ['kitten', 'kiten', 1],
  ['kitten', 'iktten', 1],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('%s and %s are %d apart', (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance)
  expect(editDistance(b, a)).toBe(distance)
})
