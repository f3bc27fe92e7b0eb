import { expect, test } from 'vitest'
import { noValues } from './facet.ts'
import { packMembership, unpackMembership } from './membership.ts'

// A filter would show papers that don't belong there, or hide some that do.

const entry = (...topic: string[]) => ({ ...noValues(), topic })

test('a packed membership reads back as the places that were packed', () => {
  const packed = packMembership([
    entry('safety'),
    entry(),
    entry('steering', 'safety'),
    entry('safety'),
  ])
  expect(packed.topic).toEqual({ safety: [0, 2, 1], steering: [2] })
  const { topic } = unpackMembership(packed)
  expect([...(topic.get('safety') ?? [])]).toEqual([0, 2, 3])
  expect([...(topic.get('steering') ?? [])]).toEqual([2])
})

test('values are in the same order, whichever entry comes first', () => {
  expect(Object.keys(packMembership([entry('b'), entry('a')]).topic)).toEqual(['a', 'b'])
})

test('a value that an entry names twice counts once', () => {
  expect(packMembership([entry('a', 'a')]).topic).toEqual({ a: [0] })
})
