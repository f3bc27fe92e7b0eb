import { displayBytes } from '../build/built-facts.ts'
import type { PhaseCost } from './phases.ts'
import type { SearchCost } from './race/race.ts'
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

/** What searches cost a reader, as a table. */
export function searchTable(costs: readonly SearchCost[]): string {
  return table([
    ['search', 'first query', 'requests', 'median ms', '95 % ms', 'hostile ms'],
    ...costs.map(({ name, bytes, requests, median, slow, hostile }) => [
      name,
      displayBytes(bytes),
      String(requests),
      ...[median, slow, hostile].map((milliseconds) => milliseconds.toFixed(0)),
    ]),
  ])
}
