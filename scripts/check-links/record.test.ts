import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LinkAnswer } from './ask-link.ts'
import { type LinkRecord, loadRecord, needsCurator, updated, writeRecord } from './record.ts'

// A link would be called dead after one bad week, or the record would change without anything having happened.

const [a, b, c] = ['https://a.example/x', 'https://b.example/x', 'https://c.example/x']
const before: LinkRecord = {
  [a]: { status: 'unreachable', checked: '2025-03-10', since: '2025-02-17', why: '503' },
  [b]: { status: 'ok', checked: '2025-03-10', since: '2025-01-06' },
  [c]: { status: 'ok', checked: '2025-03-10', since: '2025-01-06' },
}
const update = (answers: [string, LinkAnswer][], known: readonly string[] = [a, b, c]) =>
  updated(before, new Map(answers), { today: '2025-03-17', known: new Set(known) })

test('a link that is as it was keeps the day since when', () => {
  const record = update([
    [b, { status: 'ok' }],
    [a, { status: 'unreachable', why: 'TimeoutError' }],
  ])
  expect(record[a]).toEqual({
    status: 'unreachable',
    checked: '2025-03-17',
    since: '2025-02-17',
    why: 'TimeoutError',
  })
  expect(record[b]).toEqual({ status: 'ok', checked: '2025-03-17', since: '2025-01-06' })
})

test('a link that is otherwise than it was is so since today', () => {
  expect(update([[b, { status: 'gone', why: '404' }]])[b]).toEqual({
    status: 'gone',
    checked: '2025-03-17',
    since: '2025-03-17',
    why: '404',
  })
  expect(update([[b, { status: 'moved', to: a }]])[b]).toMatchObject({ since: '2025-03-17', to: a })
})

test('links that were not asked stay, and links that the list has no longer go', () => {
  const record = update([[c, { status: 'ok' }]], [b, c])
  expect(Object.keys(record)).toEqual([b, c])
  expect(record[b]).toEqual(before[b])
})

test('the record is written in the order of addresses, and reads as it was', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  try {
    const path = join(folder, 'links.json')
    expect(loadRecord(path)).toEqual({})
    writeRecord(
      path,
      update([
        [c, { status: 'ok' }],
        [a, { status: 'ok' }],
      ]),
    )
    expect(readFileSync(path, 'utf8')).toBe(
      `{
 "${a}": {
  "status": "ok",
  "checked": "2025-03-17",
  "since": "2025-03-17"
 },
 "${b}": {
  "status": "ok",
  "checked": "2025-03-10",
  "since": "2025-01-06"
 },
 "${c}": {
  "status": "ok",
  "checked": "2025-03-17",
  "since": "2025-01-06"
 }
}
`,
    )
    expect(Object.keys(loadRecord(path))).toEqual([a, b, c])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('silence counts only after some weeks; what is gone or moved counts at once', () => {
  const silent = (since: string) =>
    needsCurator({ status: 'unreachable', checked: '2025-03-17', since, why: '503' }, 4)
  expect(silent('2025-02-17')).toBe(true)
  expect(silent('2025-02-18')).toBe(false)
  const today = { checked: '2025-03-17', since: '2025-03-17' }
  expect(needsCurator({ status: 'gone', why: '404', ...today }, 4)).toBe(true)
  expect(needsCurator({ status: 'moved', to: a, ...today }, 4)).toBe(true)
  expect(needsCurator({ status: 'refused', why: '403', ...today }, 0)).toBe(false)
  expect(needsCurator({ status: 'ok', ...today }, 0)).toBe(false)
})
