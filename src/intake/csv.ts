import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Vocabulary } from '../model/vocabulary.ts'
import { emptyReading, type LeftOut, type Reading } from './reading.ts'
import { readItem } from './record.ts'

const rows = z.array(
  z.object({
    record: z.array(z.string()),
    info: z.object({ lines: z.number() }),
    raw: z.string(),
  }),
)

/**
 * Reads a table whose first row names its columns. The sign that parts the cells is the one that a line `sep=;` before it
 * names, or the most frequent one of the first row.
 */
export function readCsv(text: string, venues: Vocabulary['venues']): Reading {
  const reading = emptyReading()
  const [, said] = /^sep=(.)\n/i.exec(text) ?? []
  const table = said ? text.slice('sep=;\n'.length) : text
  try {
    const parsed: unknown = parse(table, {
      bom: true,
      delimiter: said ?? delimiterOf(table),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_skip: (error) => {
        if (error) reading.leftOut.push(brokenRow(error, said ? 1 : 0))
        return undefined
      },
      skip_records_with_error: true,
    })
    const [head, ...body] = rows.parse(parsed)
    const columns = head?.record ?? []
    for (const { record, info, raw } of body) {
      // The parser tells the line on which a row ends.
      const line = info.lines - (raw.trimEnd().split('\n').length - 1) + (said ? 1 : 0)
      const fields = record.map((value, at) => ({
        name: columns[at] || `column ${at + 1}`,
        value,
        line,
      }))
      readItem({ line, form: 'markup', fields }, venues, reading)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reading.leftOut.push(brokenRow(error, said ? 1 : 0))
  }
  return reading
}

/** The most frequent sign of the first row, outside quotes. */
function delimiterOf(table: string): string {
  const [head = ''] = table
    .replace(/"[^"]*"/g, '')
    .trimStart()
    .split('\n', 1)
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** With rows of any length, only quotation marks can be wrong. */
function brokenRow(error: CsvError, before: number): LeftOut {
  const why = 'its quotation marks do not match'
  return { line: Number(error['lines'] ?? 1) + before, what: 'a row', why }
}
