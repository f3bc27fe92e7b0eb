import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProgram } from '../terminal/program.ts'

/** What came of a stage. */
export interface Outcome {
  passed: number
  failed: number
  /** What there is to read when something failed. */
  report: string
}

/** One stage of `npm test`. */
export interface Stage {
  /** Its name on the command line. */
  name: string
  title: string
  run(): Promise<Outcome>
}

/** A stage that runs one program of the project with this Node and counts as one test. */
export function programStage(
  name: string,
  title: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Stage {
  const run = async () => {
    const { code, output } = await runProgram(process.execPath, args, { env })
    const failed = code === 0 ? 0 : 1
    return { passed: 1 - failed, failed, report: output.trim() }
  }
  return { name, title, run }
}

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** A stage that runs one of vitest's projects; each of its tests counts, and one that did not run has failed. */
export function vitestStage(name: string, title: string): Stage {
  const run = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vitest-'))
    const file = join(folder, 'report.json')
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const { code, output } = await runProgram(
      process.execPath,
      [vitest, 'run', '--project', name, ...reporters],
      { env: { NO_COLOR: '1', FORCE_COLOR: undefined } },
    )
    const outcome = vitestOutcome(code, readReport(file), output.trim())
    rmSync(folder, { recursive: true, force: true })
    return outcome
  }
  return { name, title, run }
}

/** The part of vitest's JSON report that is read here. @see https://vitest.dev/guide/reporters#json-reporter */
interface Report {
  numPassedTests: number
  numTotalTests: number
}

/** Counts a run of vitest. Errors outside of tests, and a run without tests, count as one failure. */
export function vitestOutcome(code: number, report: Report | undefined, output: string): Outcome {
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numTotalTests ?? 0) - passed
  const unseen = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0
  return { passed, failed: failed + unseen, report: output }
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Runs stages one after the other, says of each how it ended, and gives the sum. A stage that throws has failed. */
export async function runStages(stages: readonly Stage[]): Promise<Omit<Outcome, 'report'>> {
  const sum = { passed: 0, failed: 0 }
  for (const { title, run } of stages) {
    const started = performance.now()
    const { passed, failed, report } = await run().catch((error) => ({
      passed: 0,
      failed: 1,
      report: error instanceof Error ? (error.stack ?? '') : String(error),
    }))
    sum.passed += passed
    sum.failed += failed
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
    console.log(`${failed > 0 ? '✗' : '✓'} ${title}  ${seconds} s  ${counts}`)
    if (failed > 0) console.log(`\n${report}\n`)
  }
  return sum
}
