import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import type { Vocabulary } from '../model/vocabulary.ts'
import { judgedFields } from './fields.ts'
import type { LeftOut, Reading } from './reading.ts'

const rows = z.array(
  z.object({
    record: z.record(z.string(), z.string()),
    info: z.object({ lines: z.number() }),
    raw: z.string(),
  }),
)

/** Reads a table whose first row names its columns, parted by commas, semicolons or tabs. */
export function readCsv(text: string, venues: Vocabulary['venues']): Reading {
  const reading: Reading = { records: [], leftOut: [], unread: new Map() }
  const [head = ''] = text.split('\n', 1)
  const delimiter = ['\t', ';', ','].find((sign) => head.includes(sign)) ?? ','
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      columns: true,
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_skip: (error) => {
        if (error) reading.leftOut.push(brokenRow(error))
        return undefined
      },
      skip_records_with_error: true,
    })
    for (const { record, info, raw } of rows.parse(parsed)) {
      // The parser tells the line on which a row ends.
      const line = info.lines - (raw.trimEnd().split('\n').length - 1)
      const paper = judgedFields(record, line, venues, reading.unread)
      reading.leftOut.push(...paper.leftOut)
      if (paper.record) reading.records.push(paper.record)
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    reading.leftOut.push(brokenRow(error))
  }
  return reading
}

const faults: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'its quotes do not close',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands in the middle of a cell',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'something stands behind a closing quotation mark',
}

function brokenRow(error: CsvError): LeftOut {
  const why = faults[error.code] ?? `it is no row of a table (${error.code})`
  return { line: Number(error['lines'] ?? 1), what: 'a row', why }
}
