import { expect, test } from 'vitest'
import { emptyDesk, withMark } from './desk.ts'
import { linkFragment, parseLinkFragment } from './move.ts'
import { shortId } from './short-id.ts'

// A reader would open the link on another device and find the wrong papers marked, or none.

const ids = (...all: string[]) => new Map(all.map((id) => [id, id]))

test('a link brings the marks, and counts what the list does not know', () => {
  const desk = withMark(withMark(withMark(emptyDesk, 'a', 'read'), 'b', 'to-read'), 'gone', 'read')
  const end = linkFragment(desk)
  expect(end).toMatch(/^#marks=[\w-]{6}\.[\w-]{12}$/)
  const brought = parseLinkFragment(end, new Map([...ids('a', 'c'), ['b', 'b-renamed']]))
  expect(Object.fromEntries(brought?.marks ?? [])).toEqual({ a: 'read', 'b-renamed': 'to-read' })
  expect(brought?.unknown).toBe(1)
})

test('short ids stay what they are, in every browser and version', () => {
  expect(['alignment-for-honesty', 'a'].map(shortId)).toEqual(['6NOYdA', '1aNdk2'])
})

test.each(['#to-read', '#marks=abc.', '#marks=abcdef.abcdef.'])(
  'an address that ends in `%s` brings nothing',
  (end) => {
    expect(parseLinkFragment(end, ids('a'))).toBeUndefined()
  },
)

test('ten thousand papers are told apart', () => {
  const all = Array.from({ length: 10_000 }, (_, at) => shortId(`a-paper-on-subject-${at}`))
  expect(new Set(all).size).toBe(all.length)
})
