import { CsvError, parse } from 'csv-parse/sync'
import { z } from 'zod'
import { factOfField } from './fields.ts'
import { type Left, leftOf, type SourceItem } from './paper.ts'

const rows = z.array(z.array(z.string()))

/**
 * The rows of a table whose first row names its columns. The sign that parts the cells is the one that a line `sep=;` before it
 * names, or the most frequent one of the first row. A row whose quotation marks do not match costs no other.
 */
export function* tableItems(text: string): Generator<SourceItem | Left> {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const [, said] = /^sep=(.)$/i.exec(lines[0] ?? '') ?? []
  const delimiter = said ?? delimiterOf(lines)
  let columns: readonly string[] | undefined
  const filled = new Set<number>()
  const first = lines.findIndex((line, at) => line.trim() !== '' && at >= (said ? 1 : 0))
  const noRow = (at: number, why: string, end = at + 1) =>
    leftOf(at + 1, lines.slice(at, end).join(' '), why)
  for (let at = said ? 1 : 0; at < lines.length; at += 1) {
    const source = lines[at] ?? ''
    if (source.trim() === '') continue
    const end = endOfRow(lines, at)
    const cells = end && cellsOf(lines.slice(at, end).join('\n'), delimiter)
    // A row over several lines that lacks cells has taken in the rows below it.
    if (!cells || (end > at + 1 && columns && cells.length < columns.length)) {
      yield noRow(at, 'its quotation marks do not match')
      continue
    }
    if (at === first) {
      columns = cells
      if (!cells.some((name) => factOfField(name) === 'title'))
        yield noRow(at, 'it names no column with titles', end)
    } else if (!columns)
      yield noRow(at, 'the first row, which names the columns, cannot be read', end)
    else {
      const line = at + 1
      const fields = cells.map((value, nth) => ({
        name: columns?.[nth] || `column ${nth + 1}`,
        value,
        line,
      }))
      for (const [nth, value] of cells.entries()) if (value) filled.add(nth)
      yield { line, form: 'markup', fields }
    }
    at = end - 1
  }
  for (const [nth, name] of (columns ?? []).entries())
    if (name && !filled.has(nth))
      yield leftOf(first + 1, name, 'no row has a value in it', 'column')
}

/** The line behind a row, by the number of quotation marks in its lines; undefined where a quotation does not end. */
function endOfRow(lines: readonly string[], from: number): number | undefined {
  const isOdd = (at: number) => (lines[at] ?? '').split('"').length % 2 === 0
  if (!isOdd(from)) return from + 1
  for (let at = from + 1; at < lines.length; at += 1) if (isOdd(at)) return at + 1
  return undefined
}

function cellsOf(row: string, delimiter: string): string[] | undefined {
  try {
    // Within a line a quotation mark may be one of the cell's own.
    return rows.parse(parse(row, { delimiter, trim: true, relax_quotes: !row.includes('\n') }))[0]
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/** The most frequent sign of the first row, outside quotes. */
function delimiterOf(lines: readonly string[]): string {
  const head = lines.find((line) => line.trim())?.replace(/"[^"]*"/g, '') ?? ''
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
