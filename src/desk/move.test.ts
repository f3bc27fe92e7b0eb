import { expect, test } from 'vitest'
import { emptyDesk, withMark } from './desk.ts'
import { parseLinkFragment, writeLinkFragment } from './move.ts'
import { shortId } from './short-id.ts'

// A reader would open the link on another device and find the wrong papers marked, or none.

const ids = (...all: string[]) => new Map(all.map((id) => [id, id]))

test('a link carries the marks, and unknown papers are counted', () => {
  const desk = withMark(withMark(withMark(emptyDesk, 'a', 'read'), 'b', 'to-read'), 'gone', 'read')
  const fragment = writeLinkFragment(desk)
  expect(fragment).toMatch(/^#marks=[\w-]{6}\.[\w-]{12}$/)
  const imported = parseLinkFragment(fragment, new Map([...ids('a', 'c'), ['b', 'b-renamed']]))
  expect(Object.fromEntries(imported?.marks ?? [])).toEqual({ a: 'read', 'b-renamed': 'to-read' })
  expect(imported?.unknown).toBe(1)
})

test('short ids never change', () => {
  expect(['alignment-for-honesty', 'a'].map(shortId)).toEqual(['6NOYdA', '1aNdk2'])
})

test.each(['#to-read', '#marks=abc.', '#marks=abcdef.abcdef.'])(
  'the fragment `%s` is not imported',
  (fragment) => {
    expect(parseLinkFragment(fragment, ids('a'))).toBeUndefined()
  },
)

test('ten thousand papers have different short ids', () => {
  const all = Array.from({ length: 10_000 }, (_, at) => shortId(`a-paper-on-subject-${at}`))
  expect(new Set(all).size).toBe(all.length)
})
