import { displayBytes } from '../build/built-facts.ts'
import type { PhaseCost } from './phases.ts'
import type { SearchCost } from './search-cost.ts'
import type { KindWeight } from './weigh-site.ts'

/** A table for the terminal: the first column to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

const unknown = '–'

/** The phases as a table. */
export function phaseTable(costs: readonly PhaseCost[]): string {
  return table([
    ['phase', 'seconds', 'CPU s', 'peak MB', 'files', 'MB'],
    ...costs.map(({ phase, seconds, cpuSeconds, peakBytes, made }) => [
      phase,
      seconds.toFixed(1),
      cpuSeconds?.toFixed(1) ?? unknown,
      peakBytes === undefined ? unknown : String(Math.round(peakBytes / 1e6)),
      made ? made.files.toLocaleString('en') : '',
      made ? (made.bytes / 1e6).toFixed(1) : '',
    ]),
  ])
}

/** The weights as a table. */
export function weightTable(weights: readonly KindWeight[]): string {
  return table([
    ['page', 'requests', 'raw', 'gzip', 'brotli', 'blocking scripts'],
    ...weights.map(({ kind, requests, raw, gzip, brotli, blockingScripts }) => [
      kind,
      String(requests),
      ...[raw, gzip, brotli].map(displayBytes),
      String(blockingScripts),
    ]),
  ])
}

/** What searching costs a reader, as a table. */
export function searchTable({ first, warm, phone, hostile }: SearchCost): string {
  const milliseconds = (value: number) => `${value.toFixed(0)} ms`
  return table([
    ['search', ''],
    ...first.map(({ query, bytes, requests }) => [
      `first query, “${query}”`,
      `${displayBytes(bytes)}, ${requests} requests`,
    ]),
    ['last key to results, median', milliseconds(warm.median)],
    ['last key to results, 95 %', milliseconds(warm.slow)],
    ['slow phone, first key to first title', milliseconds(phone.cold)],
    ['slow phone, the next query', milliseconds(phone.warm)],
    ['slowest hostile query', milliseconds(hostile)],
  ])
}
