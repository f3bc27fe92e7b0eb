import { expect, test } from 'vitest'
import { emptyDesk, parseDesk, withMark, withNote, withSwitch, writeDesk } from './desk.ts'
import { mergeDesks, renamePaper, undoStep } from './merge.ts'
import { asideKeyPrefix, openDesk } from './store.ts'

// A reader would lose marks and notes.

/** A storage that holds at most a number of characters. */
function storageOf(capacity = Number.POSITIVE_INFINITY): Storage {
  const items: Record<string, string> = {}
  const size = () => Object.entries(items).flat().join('').length
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    removeItem: (key: string) => void delete items[key],
    setItem(key: string, text: string) {
      const before = items[key]
      items[key] = text
      if (size() <= capacity) return
      delete items[key]
      if (before !== undefined) items[key] = before
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  return new Proxy(items, {
    get: (_, name) => methods[name as keyof typeof methods] ?? items[String(name)],
  }) as unknown as Storage
}
const open = (storage: Storage) => openDesk(() => storage, 'desk:/')
/** The texts that were set aside. */
const aside = (storage: Storage) =>
  Object.entries(storage).flatMap(([key, text]) =>
    key.startsWith(asideKeyPrefix('desk:/')) ? [text] : [],
  )
const read = (id: string) => (desk: Parameters<typeof withMark>[0]) => withMark(desk, id, 'read')

test('what one tab saves, another loads, and neither overwrites the changes of the other', () => {
  const storage = storageOf()
  const one = open(storage)
  const two = open(storage)
  one.change(read('a'))
  two.change((desk) => withSwitch(withNote(desk, 'b', ' See “Table 3”. '), 'no-keys', true))
  one.change((desk) => withMark(desk, 'c', 'to-read'))
  two.reload()
  for (const { desk } of [one, two, open(storage)]) {
    expect([...desk.marks]).toEqual([
      ['a', 'read'],
      ['c', 'to-read'],
    ])
    expect([...desk.notes]).toEqual([['b', 'See “Table 3”.']])
    expect([...desk.switched]).toEqual(['no-keys'])
  }
  one.change((desk) => withNote(withMark(desk, 'a', undefined), 'b', ''))
  expect(writeDesk(open(storage).desk)).toBe(
    '{"desk":1,"marks":{"c":"to-read"},"notes":{},"switched":["no-keys"]}',
  )
})

test.each([
  ['broken', '{"desk":1,"marks":{"a":"re'],
  ['of a later version', '{"desk":2,"marks":{},"notes":{},"switched":[]}'],
  ['with an unknown field', '{"desk":1,"marks":{},"notes":{},"switched":[],"stars":{}}'],
  ['with an invalid id', '{"desk":1,"marks":{"__proto__":"read"},"notes":{},"switched":[]}'],
  ['empty', ''],
])('a stored text that is %s is set aside, and a new desk is started', (_, text) => {
  const storage = storageOf()
  storage.setItem('desk:/', text)
  const store = open(storage)
  expect(store.problem).toBe('broken')
  store.change(read('a'))
  expect([...open(storage).desk.marks.keys()]).toEqual(['a'])
  expect(aside(storage)).toEqual([text])
})

test('a text stays where it is if there is no space to set it aside', () => {
  const storage = storageOf(60)
  storage.setItem('desk:/', 'x'.repeat(50))
  const store = open(storage)
  store.change(read('a'))
  expect(storage.getItem('desk:/')).toBe('x'.repeat(50))
  expect(store.desk.marks.get('a')).toBe('read')
})

test('a change that a full or refusing storage does not store lasts until the page is closed', () => {
  const full = open(storageOf(70))
  full.change(read('a'))
  expect(full.problem).toBeUndefined()
  full.change((desk) => withNote(desk, 'b', 'A long note that finds no room.'))
  expect(full.problem).toBe('full')
  full.reload()
  expect([full.desk.marks.size, full.desk.notes.size]).toEqual([1, 1])
  full.change((desk) => withNote(desk, 'b', ''))
  expect(full.problem).toBeUndefined()

  const refused = openDesk(() => {
    throw new DOMException('no', 'SecurityError')
  }, 'desk:/')
  refused.change(read('a'))
  expect(refused.problem).toBe('refused')
  expect(refused.desk.marks.get('a')).toBe('read')
})

test('when two desks are merged, read papers stay read and different notes are joined', () => {
  const desk = (marks: object, notes: object) =>
    parseDesk(JSON.stringify({ desk: 1, marks, notes, switched: [] })) ?? expect.fail()
  const own = desk({ a: 'read', b: 'to-read' }, { a: 'Mine.', b: 'Short.' })
  const both = mergeDesks(
    own,
    desk({ a: 'to-read', b: 'read' }, { a: 'Yours.', b: 'Short. More.' }),
  )
  expect(Object.fromEntries(both.marks)).toEqual({ a: 'read', b: 'read' })
  expect(Object.fromEntries(both.notes)).toEqual({ a: 'Mine.\n\nYours.', b: 'Short. More.' })
  expect(mergeDesks(both, own)).toEqual(both)

  const moved = renamePaper(desk({ old: 'read' }, { old: 'Old.', new: 'New.' }), 'old', 'new')
  expect(Object.fromEntries(moved.marks)).toEqual({ new: 'read' })
  expect(Object.fromEntries(moved.notes)).toEqual({ new: 'New.\n\nOld.' })
})

test('undo keeps the changes that were made since', () => {
  const before = withNote(read('a')(withMark(emptyDesk, 'b', 'to-read')), 'c', 'Mine.')
  const undo = (now: typeof before) => undoStep({ before, after: emptyDesk }, now)
  expect(writeDesk(undo(emptyDesk))).toBe(writeDesk(before))
  const both = undo(withNote(read('d')(withMark(emptyDesk, 'b', 'read')), 'c', 'New.'))
  expect(Object.fromEntries(both.marks)).toEqual({ a: 'read', b: 'read', d: 'read' })
  expect(both.notes.get('c')).toBe('New.')
})
