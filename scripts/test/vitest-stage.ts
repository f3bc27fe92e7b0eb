import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProgram } from '../terminal/program.ts'
import type { Outcome, Stage } from './stage.ts'

/** The part of vitest's JSON report that is read here. @see https://vitest.dev/guide/reporters#json-reporter */
interface Report {
  numPassedTests: number
  numTotalTests: number
  success: boolean
}

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
)

/** A stage that runs one of vitest's projects; each of its tests counts, and one that did not run has failed. */
export function vitestStage(name: string, title: string): Stage {
  return {
    name,
    title,
    async run(tell) {
      const folder = mkdtempSync(join(tmpdir(), 'vitest-'))
      const file = join(folder, 'report.json')
      try {
        const { code, output } = await runProgram(
          process.execPath,
          [
            vitest,
            'run',
            '--project',
            name,
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${file}`,
          ],
          { onLine: tell, env: { NO_COLOR: '1', FORCE_COLOR: undefined } },
        )
        return outcomeOf(code, readReport(file), output.trim())
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** Counts a run of vitest. Errors outside of tests, and a run without tests, count as one failure. */
export function outcomeOf(code: number, report: Report | undefined, output: string): Outcome {
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numTotalTests ?? 0) - passed
  const unseen = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0
  return { passed, failed: failed + unseen, report: failed + unseen > 0 ? output : '' }
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
