import { type Finding, findingLine } from '../../src/model/finding.ts'
import type { Harvest, Mishap } from './run.ts'

/** What the table is told beside the rows. */
export interface Beside {
  /** Findings in the list as it is. */
  untouched: readonly Finding[]
  entries: number
  /** Rules for which no faults are planted. */
  missing: readonly string[]
  verbose: boolean
}

const heads = ['rule', 'kinds', 'planted', 'found', 'false alarms']
const widths = [22, 8, 10, 10, 15]
const cells = (values: readonly (string | number)[]) =>
  values
    .map((value, at) => {
      const text = typeof value === 'number' ? value.toLocaleString('en') : value
      return at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)
    })
    .join('')

/** The table of rules with what was planted and found, and below it what went wrong. */
export function harvestText(
  { rows, mishaps }: Harvest,
  { untouched, entries, missing, verbose }: Beside,
): string {
  const sum = (name: 'kinds' | 'planted' | 'found' | 'falseAlarms') =>
    rows.reduce((total, row) => total + row[name], 0)
  return [
    cells(heads),
    ...rows.map((row) => cells([row.rule, row.kinds, row.planted, row.found, row.falseAlarms])),
    cells(['all', sum('kinds'), sum('planted'), sum('found'), sum('falseAlarms')]),
    '',
    `${untouched.length === 0 ? 'No findings' : `${untouched.length} findings`} in the ${entries} entries as they are.`,
    ...untouched.map(findingLine),
    ...missing.map((rule) => `No faults are planted for \`${rule}\`.`),
    ...(verbose ? mishaps : firstOfEach(mishaps)).map(
      ({ rule, what, path, said }) => `\n${rule}: ${what}, in ${path}\n  ${said}`,
    ),
  ].join('\n')
}

function firstOfEach(mishaps: readonly Mishap[]): Mishap[] {
  const kinds = new Map<string, Mishap[]>()
  for (const one of mishaps) {
    const key = `${one.rule}: ${one.what}: ${one.said.slice(0, 5)}`
    kinds.set(key, [...(kinds.get(key) ?? []), one])
  }
  return [...kinds.values()].flatMap(([first, ...others]) =>
    first
      ? [
          {
            ...first,
            what: others.length > 0 ? `${first.what} (${others.length + 1} times)` : first.what,
          },
        ]
      : [],
  )
}
