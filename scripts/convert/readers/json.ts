import { z } from 'zod'
import type { Reading } from '../../../src/intake/reading.ts'
import type { Vocabulary } from '../../../src/model/vocabulary.ts'
import { judgedFields } from './fields.ts'
import { type JsonItem, jsonItems } from './json-items.ts'

const fields = z.record(z.string(), z.unknown())

/** Reads a JSON list of papers: CSL-JSON, or objects whose fields have the usual names. */
export function readJson(text: string, venues: Vocabulary['venues']): Reading {
  return readItems(jsonItems(text), venues)
}

/** Reads JSON Lines: one object a line. @see https://jsonlines.org/ */
export function readJsonLines(text: string, venues: Vocabulary['venues']): Reading {
  const lines = text.split('\n').map((source, at) => ({ line: at + 1, source }))
  return readItems(
    lines.filter(({ source }) => source.trim()),
    venues,
  )
}

function readItems(items: Iterable<JsonItem>, venues: Vocabulary['venues']): Reading {
  const reading: Reading = { records: [], leftOut: [], unread: new Map() }
  for (const { line, source } of items) {
    const start = `\`${source.trim().split('\n', 1)[0]?.slice(0, 40)}\``
    let value: unknown
    try {
      value = JSON.parse(source)
    } catch {
      reading.leftOut.push({ line, what: start, why: 'it is no whole JSON' })
      continue
    }
    const item = fields.safeParse(value).data
    if (!item) {
      reading.leftOut.push({ line, what: start, why: 'it is no object with fields' })
      continue
    }
    const { record, leftOut } = judgedFields(item, line, venues, reading.unread)
    reading.leftOut.push(...leftOut)
    if (record) reading.records.push(record)
  }
  return reading
}
