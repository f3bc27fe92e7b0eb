import { expect, test } from 'vitest'
import { madeIn } from './made.ts'

// A report would give the cost of loading the list as that of its exports.

test('a phase is believed what it says of itself in its last line', () => {
  const output = 'loading\n{"files":3,"bytes":400,"seconds":1.5,"cpuSeconds":1.25}\n'
  expect(madeIn(output)).toEqual({
    made: { files: 3, bytes: 400 },
    cost: { seconds: 1.5, cpuSeconds: 1.25 },
  })
})

test('what it does not say is left to who measured it', () => {
  expect(madeIn('{"entries":1,"files":3,"bytes":400}')).toEqual({
    made: { files: 3, bytes: 400 },
    cost: {},
  })
  expect(madeIn('42 pages\n')).toBeUndefined()
})
