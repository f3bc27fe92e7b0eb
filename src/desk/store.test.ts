import { expect, test } from 'vitest'
import { emptyDesk, parseDesk, withMark, withNote, withSwitch, writeDesk } from './desk.ts'
import { merged, renamed, undone } from './merge.ts'
import { asideKeyOf, openDesk } from './store.ts'

// A reader would lose what they had marked and noted.

/** A storage with room for a number of characters. */
function storageOf(room = Number.POSITIVE_INFINITY): Storage {
  const items: Record<string, string> = {}
  const size = () => Object.entries(items).flat().join('').length
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    removeItem: (key: string) => void delete items[key],
    setItem(key: string, text: string) {
      const before = items[key]
      items[key] = text
      if (size() <= room) return
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
    key.startsWith(asideKeyOf('desk:/')) ? [text] : [],
  )
const read = (id: string) => (desk: Parameters<typeof withMark>[0]) => withMark(desk, id, 'read')

test('what one tab keeps, another reads, and neither takes back what the other has changed', () => {
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
  ['with more than is known', '{"desk":1,"marks":{},"notes":{},"switched":[],"stars":{}}'],
  ['with an id that is none', '{"desk":1,"marks":{"__proto__":"read"},"notes":{},"switched":[]}'],
  ['empty', ''],
])('a text that is %s is set aside, and the desk goes on', (_, text) => {
  const storage = storageOf()
  storage.setItem('desk:/', text)
  const store = open(storage)
  expect(store.trouble).toBe('broken')
  store.change(read('a'))
  expect([...open(storage).desk.marks.keys()]).toEqual(['a'])
  expect(aside(storage)).toEqual([text])
})

test('a text that there is no room to set aside stays where it is', () => {
  const storage = storageOf(60)
  storage.setItem('desk:/', 'x'.repeat(50))
  const store = open(storage)
  store.change(read('a'))
  expect(storage.getItem('desk:/')).toBe('x'.repeat(50))
  expect(store.desk.marks.get('a')).toBe('read')
})

test('what a full or refusing storage does not take is there until the page closes', () => {
  const full = open(storageOf(70))
  full.change(read('a'))
  expect(full.trouble).toBeUndefined()
  full.change((desk) => withNote(desk, 'b', 'A long note that finds no room.'))
  expect(full.trouble).toBe('full')
  full.reload()
  expect([full.desk.marks.size, full.desk.notes.size]).toEqual([1, 1])
  full.change((desk) => withNote(desk, 'b', ''))
  expect(full.trouble).toBeUndefined()

  const refused = openDesk(() => {
    throw new DOMException('no', 'SecurityError')
  }, 'desk:/')
  refused.change(read('a'))
  expect(refused.trouble).toBe('refused')
  expect(refused.desk.marks.get('a')).toBe('read')
})

test('two desks become one: what is read stays read, of two notes both are kept', () => {
  const desk = (marks: object, notes: object) =>
    parseDesk(JSON.stringify({ desk: 1, marks, notes, switched: [] })) ?? expect.fail()
  const own = desk({ a: 'read', b: 'to-read' }, { a: 'Mine.', b: 'Short.' })
  const both = merged(own, desk({ a: 'to-read', b: 'read' }, { a: 'Yours.', b: 'Short. More.' }))
  expect(Object.fromEntries(both.marks)).toEqual({ a: 'read', b: 'read' })
  expect(Object.fromEntries(both.notes)).toEqual({ a: 'Mine.\n\nYours.', b: 'Short. More.' })
  expect(merged(both, own)).toEqual(both)

  const moved = renamed(desk({ old: 'read' }, { old: 'Old.', new: 'New.' }), 'old', 'new')
  expect(Object.fromEntries(moved.marks)).toEqual({ new: 'read' })
  expect(Object.fromEntries(moved.notes)).toEqual({ new: 'New.\n\nOld.' })
})

test('undoing what was done leaves what has changed since', () => {
  const before = withNote(read('a')(withMark(emptyDesk, 'b', 'to-read')), 'c', 'Mine.')
  const undo = (now: typeof before) => undone({ before, done: emptyDesk }, now)
  expect(writeDesk(undo(emptyDesk))).toBe(writeDesk(before))
  const both = undo(withNote(read('d')(withMark(emptyDesk, 'b', 'read')), 'c', 'New.'))
  expect(Object.fromEntries(both.marks)).toEqual({ a: 'read', b: 'read', d: 'read' })
  expect(both.notes.get('c')).toBe('New.')
})
