import { expect, test } from 'vitest'
import { nearTitles } from './near-titles.ts'

// A paper with a small change in its title would be listed twice, or two papers with similar titles would be taken for one.

test('every title at a distance of two edits is found', () => {
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
])('%s and %s are the same title: %s', (one, other, near) => {
  expect(nearTitles([one])(other)).toEqual(near ? [0] : [])
})
