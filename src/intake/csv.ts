import { CsvError, parse } from 'csv-parse/sync'
import { factOfField } from './fields.ts'
import { type ParsedRecords, skippedPart } from './paper.ts'

/**
 * Parses a table whose first row names its columns. The separator is the one in a first line `sep=;`, otherwise the most
 * frequent one in the first row. A row whose quotation marks do not match does not affect the others.
 */
export function* parseTable(text: string): ParsedRecords {
  const lines = text.split('\n')
  const [, declared] = /^sep=(.)$/i.exec(lines[0] ?? '') ?? []
  const delimiter = declared ?? guessDelimiter(lines)
  let head: { line: number; columns: readonly string[] } | undefined
  const filled = new Set<number>()
  for (let at = declared ? 1 : 0; at < lines.length; ) {
    const line = at + 1
    const end = endOfRow(lines, at)
    const cells = end && parseRow(lines.slice(at, end).join('\n'), delimiter)
    // A row of several lines with too few cells has swallowed the rows below it.
    const isWhole = cells && (end === line || !head || cells.length >= head.columns.length)
    const source = lines.slice(at, isWhole ? end : line).join(' ')
    at = isWhole ? end : line
    if (source.trim() === '') continue
    if (!head) {
      head = { line, columns: isWhole ? cells : [] }
      const hasTitles = head.columns.some((name) => factOfField(name) === 'title')
      if (!hasTitles)
        yield skippedPart(line, source, isWhole ? 'it has no title column' : unmatchedQuotes)
    } else if (!isWhole) yield skippedPart(line, source, unmatchedQuotes)
    else {
      const { columns } = head
      for (const [column, value] of cells.entries()) if (value) filled.add(column)
      const fields = cells.map((value, column) => ({
        name: columns[column] || `column ${column + 1}`,
        value,
      }))
      yield { line, markup: 'HTML', fields }
    }
  }
  for (const [column, name] of (head?.columns ?? []).entries())
    if (head && name && !filled.has(column))
      yield skippedPart(head.line, name, 'it is empty in every row', 'column')
}

const unmatchedQuotes = 'its quotation marks do not match'

/** The line after a row: the first with an even number of quotation marks so far. Undefined if a quotation never ends. */
function endOfRow(lines: readonly string[], from: number): number | undefined {
  const isOdd = (line: string) => line.split('"').length % 2 === 0
  if (!isOdd(lines[from] ?? '')) return from + 1
  for (let at = from + 1; at < lines.length; at += 1) if (isOdd(lines[at] ?? '')) return at + 1
  return undefined
}

function parseRow(row: string, delimiter: string): string[] | undefined {
  try {
    // In a row of one line, quotation marks may be part of a cell.
    return parse(row, { delimiter, trim: true, relax_quotes: !row.includes('\n') })[0] ?? ['']
  } catch (error) {
    if (error instanceof CsvError) return undefined
    throw error
  }
}

/** The most frequent separator in the first row, outside quotation marks. */
function guessDelimiter(lines: readonly string[]): string {
  const head = lines.find((line) => line.trim())?.replace(/"[^"]*"/g, '') ?? ''
  const count = (delimiter: string) => head.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
