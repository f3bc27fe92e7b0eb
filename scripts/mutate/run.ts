import { setImmediate as breathe } from 'node:timers/promises'
import type { Finding } from '../../src/model/finding.ts'
import { entryRules, listRules } from '../../src/rules/all.ts'
import { plantsOf } from './all-plants.ts'
import { findingsIn } from './findings-in.ts'
import { type Ground, type Plant, type Planted, type Soil, soilOf } from './plant.ts'

/** What came of one rule's faults. */
export interface Row {
  rule: string
  kinds: number
  planted: number
  found: number
  /** Findings that no planted fault explains. */
  falseAlarms: number
}

/** A fault that was not found as it should, or a finding that no fault explains. */
export interface Mishap {
  rule: string
  what: string
  path: string
  /** What was expected, and what the rules said. */
  said: string
}

/** What came of all faults. */
export interface Harvest {
  rows: Row[]
  mishaps: Mishap[]
}

const places = (findings: readonly Finding[]) =>
  findings
    .map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`)
    .join('\n    ')

/** How much is planted, and who is told of it. */
export interface MutateOptions {
  /** Only one fault of so many is planted, so that each kind and each entry still has its turn. */
  every?: number
  /** Told the rule whose turn it is. */
  tell?: (detail: string) => void
}

/** Plants every kind of fault in a copy of each entry, one at a time, and asks the rules. */
export async function mutate(
  ground: Ground,
  { every = 1, tell = () => {} }: MutateOptions = {},
): Promise<Harvest> {
  const harvest: Harvest = { rows: [], mishaps: [] }
  for (const { name: rule } of [...entryRules, ...listRules]) {
    tell(rule)
    const plants = plantsOf[rule] ?? []
    const row: Row = { rule, kinds: plants.length, planted: 0, found: 0, falseAlarms: 0 }
    for (const [kind, { what, plant }] of plants.entries()) {
      await breathe()
      for (const [nth, file] of ground.list.entries.entries()) {
        if ((nth + kind) % every !== 0) continue
        const soil = soilOf(file, nth, ground)
        const planted = plant(soil)
        if (!planted) continue
        row.planted += 1
        const { found, strange, said } = judge(rule, soil, planted)
        if (found) row.found += 1
        row.falseAlarms += strange
        if (said) harvest.mishaps.push({ rule, what, path: file.path, said })
      }
    }
    harvest.rows.push(row)
  }
  return harvest
}

/** Whether a fault was found where it is, how many findings it does not explain, and what is to be said of either. */
function judge(
  rule: string,
  soil: Soil,
  planted: Planted,
): { found: boolean; strange: number; said?: string } {
  const findings = findingsIn(soil, planted)
  const { line, path = soil.file.path, also = [] } = planted
  const own = findings.filter((one) => one.rule === rule && one.path === path && one.line === line)
  if (own.length === 0) {
    const said = `expected ${path}:${line} ${rule}; said\n    ${places(findings)}`
    return { found: false, strange: 0, said }
  }
  const strange = findings.filter((one) => !own.includes(one) && !also.includes(one.rule))
  return strange.length === 0
    ? { found: true, strange: 0 }
    : { found: true, strange: strange.length, said: `false alarm\n    ${places(strange)}` }
}

/** The rules for which no faults are planted. */
export function rulesWithoutPlants(): string[] {
  return [...entryRules, ...listRules]
    .map(({ name }) => name)
    .filter((name) => (plantsOf[name] ?? ([] as readonly Plant[])).length === 0)
}
