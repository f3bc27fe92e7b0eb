import { expect, test } from 'vitest'
import { distance } from './distance.ts'

// A slip of the finger would find nothing, or another word.

test.each([
  ['reward', 'reward', 0],
  ['hackign', 'hacking', 1],
  ['modle', 'model', 1],
  ['pedogogical', 'pedagogical', 1],
  ['munoz', 'munos', 1],
  ['ab', 'abcd', 2],
  ['reward', 'alignment', 3],
])('from %s to %s: %i', (a, b, steps) => {
  expect(distance(a, b, 2)).toBe(steps)
  expect(distance(b, a, 2)).toBe(steps)
})
