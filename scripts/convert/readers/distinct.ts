import { inShell } from '../../../src/intake/in-shell.ts'
import type { LeftOut, Reading, ReadRecord } from '../../../src/intake/reading.ts'
import { titleKey } from '../../../src/model/identifier.ts'
import { quoted } from '../fault.ts'

const words = (title: string) =>
  new Set(title.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [])

/** Whether two titles are likely one paper's, written in two ways. */
export function sameTitle(a: string, b: string): boolean {
  if (titleKey(a) === titleKey(b)) return true
  const [few, many] = [words(a), words(b)].sort((x, y) => x.size - y.size)
  if (!few || !many || few.size === 0) return false
  const shared = [...few].filter((word) => many.has(word)).length
  return shared / few.size >= 0.8 && shared >= 3
}

/** What a paper is told from others by, the surest first. */
function marksOf({ title, item, paper }: ReadRecord): string[] {
  const ids = [item.arxiv, item.doi?.toLowerCase(), paper].filter((id) => id !== undefined)
  return [...ids, titleKey(title) || title]
}

/**
 * The same reading with each paper once. A paper that the file has twice comes through once; one identifier or address
 * with two titles does not come through at all, because it is not the one of both.
 */
export function distinct(reading: Reading): Reading {
  const known = new Map<string, ReadRecord>()
  const wrong = new Map<ReadRecord, string>()
  const records: ReadRecord[] = []
  const leftOut: LeftOut[] = [...reading.leftOut]
  for (const record of reading.records) {
    const { title, line } = record
    const marks = marksOf(record)
    const mark = marks.find((one) => known.has(one)) ?? ''
    const other = known.get(mark)
    if (!other) {
      records.push(record)
      for (const one of marks) known.set(one, record)
    } else if (sameTitle(title, other.title)) {
      leftOut.push({ line, what: quoted(title), why: `line ${other.line} has the same paper` })
    } else {
      wrong.set(other, mark)
      const why = `line ${other.line} gives \`${mark}\` to ${quoted(other.title)}`
      leftOut.push({ line, what: quoted(title), why: why + whose(record) })
    }
  }
  for (const [record, mark] of wrong) {
    const why = `another line gives \`${mark}\` to another paper`
    leftOut.push({ line: record.line, what: quoted(record.title), why: why + whose(record) })
  }
  leftOut.sort((a, b) => a.line - b.line)
  return { ...reading, records: records.filter((record) => !wrong.has(record)), leftOut }
}

function whose({ item: { arxiv, doi } }: ReadRecord): string {
  const id = arxiv ?? doi
  return id === undefined ? '' : `; \`npm run add -- ${inShell(id)}\` asks whose it is`
}
