import { expect, test } from 'vitest'
import type { PlainEntry } from '../text/plain-entry.ts'
import { checkIndex } from './check-index.ts'
import { buildIndex } from './index-files.ts'
import { unpack } from './unpack.ts'

// A site would be published whose search finds nothing, or other papers than it shows.

const surroundings = {
  language: 'en',
  topics: new Map<string, string>(),
  concepts: {},
  vocabulary: { tags: {}, venues: {}, acronyms: {} },
}
const list = Array.from(
  { length: 30 },
  (_, place): PlainEntry => ({
    id: `entry-${place}`,
    facts: {
      title: `Title ${place}`,
      topics: ['safety', 'steering'],
      kind: ['method'],
      added: '2025-03-13',
    },
    abstract: `Abstract number ${place} about preferences.`,
  }),
)
const read = async (bytes: Uint8Array<ArrayBuffer> | undefined) =>
  JSON.parse(new TextDecoder().decode(await unpack(bytes ?? new Uint8Array())))

test('two builds of one list give the same files, byte for byte', () => {
  expect(buildIndex(list, surroundings)).toEqual(buildIndex(list, surroundings))
})

test('every entry is there at its place, with nothing that the site does not load', async () => {
  const { files, entries } = buildIndex(list, surroundings)
  const file = (name: string) => files.find(({ path }) => path === name)?.content
  expect(entries).toBe(30)
  expect(await read(file('papers/7.pack'))).toMatchObject({ url: '/papers/entry-7/' })
  expect((await read(file('facets.pack'))).topic.safety).toHaveLength(30)
  // By title, letter by letter: 0, 1, 10, 11, …
  expect((await read(file('by-title.pack'))).slice(0, 4)).toEqual([0, 1, 10, 11])
  expect(files.map(({ path }) => path).filter((path) => !path.startsWith('papers/'))).toEqual([
    'lexicon.pack',
    'postings/0.pack',
    'facets.pack',
    'by-title.pack',
    'identifiers.pack',
    'common-words.pack',
  ])
})

test('an empty list is refused', async () => {
  await expect(checkIndex(buildIndex([], surroundings), [])).rejects.toThrow(
    'Unexpected empty list, expected entries to index.',
  )
})

test('an entry that the index does not find is named', async () => {
  const missing = { ...list[3], id: 'missing' } as PlainEntry
  await expect(checkIndex(buildIndex(list, surroundings), list)).resolves.toBeUndefined()
  await expect(
    checkIndex(buildIndex(list, surroundings), list.toSpliced(3, 1, missing)),
  ).rejects.toThrow('Unexpected index, expected every entry. Not found by their titles: missing.')
})

test('an index without one of its files is refused', async () => {
  const index = buildIndex(list, surroundings)
  const files = index.files.filter(({ path }) => path !== 'postings/0.pack')
  await expect(checkIndex({ ...index, files }, list)).rejects.toThrow('without postings/0.pack')
})

test('a page of a web server is no part of an index', async () => {
  await expect(read(new TextEncoder().encode('<h1>Not found</h1>'))).rejects.toThrow()
})
