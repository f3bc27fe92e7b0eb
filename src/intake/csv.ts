import { CsvError, parse } from 'csv-parse/sync'
import { factOfField } from './fields.ts'
import { type Skipped, type SourceRecord, skippedPart } from './paper.ts'

/**
 * The rows of a table whose first row names its columns. The sign that parts the cells is the one that a line `sep=;` before it
 * names, or the most frequent one of the first row. A row whose quotation marks do not match costs no other.
 */
export function* parseTable(text: string): Generator<SourceRecord | Skipped> {
  const lines = text.split('\n')
  const [, said] = /^sep=(.)$/i.exec(lines[0] ?? '') ?? []
  const delimiter = said ?? delimiterOf(lines)
  let head: { line: number; columns: readonly string[] } | undefined
  const filled = new Set<number>()
  for (let at = said ? 1 : 0; at < lines.length; ) {
    const line = at + 1
    const end = endOfRow(lines, at)
    const cells = end && cellsOf(lines.slice(at, end).join('\n'), delimiter)
    // A row over several lines that lacks cells has taken in the rows below it.
    const isWhole = cells && (end === line || !head || cells.length >= head.columns.length)
    const source = lines.slice(at, isWhole ? end : line).join(' ')
    at = isWhole ? end : line
    if (source.trim() === '') continue
    if (!head) {
      head = { line, columns: isWhole ? cells : [] }
      const isTitled = head.columns.some((name) => factOfField(name) === 'title')
      if (!isTitled)
        yield skippedPart(line, source, isWhole ? 'it names no column with titles' : unclosed)
    } else if (!isWhole) yield skippedPart(line, source, unclosed)
    else {
      const { columns } = head
      const nameOf = (nth: number) => columns[nth] || `column ${nth + 1}`
      for (const [nth, value] of cells.entries()) if (value) filled.add(nth)
      const fields = cells.map((value, nth) => ({ name: nameOf(nth), value, line }))
      yield { line, form: 'markup', fields }
    }
  }
  for (const [nth, name] of (head?.columns ?? []).entries())
    if (head && name && !filled.has(nth))
      yield skippedPart(head.line, name, 'no row has a value in it', 'column')
}

const unclosed = 'its quotation marks do not match'

/** The line behind a row, by the number of quotation marks in its lines; undefined where a quotation does not end. */
function endOfRow(lines: readonly string[], from: number): number | undefined {
  const isOdd = (line: string) => line.split('"').length % 2 === 0
  if (!isOdd(lines[from] ?? '')) return from + 1
  for (let at = from + 1; at < lines.length; at += 1) if (isOdd(lines[at] ?? '')) return at + 1
  return undefined
}

function cellsOf(row: string, delimiter: string): string[] | undefined {
  try {
    // Within a line a quotation mark may be one of the cell's own.
    return parse(row, { delimiter, trim: true, relax_quotes: !row.includes('\n') })[0] ?? ['']
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
