import { expect, test } from 'vitest'
import { vitestOutcome } from './stages.ts'

// A maintainer would read "0 failed" although something failed, or did not run at all.

const report = (numPassedTests: number, numTotalTests: number) => ({
  numPassedTests,
  numTotalTests,
})

test.each([
  ['all tests passed', 0, report(3, 3), 3, 0],
  ['a test was skipped', 0, report(3, 5), 3, 2],
  ['an error outside of tests', 1, report(3, 3), 3, 1],
  ['no tests', 0, report(0, 0), 0, 1],
  ['no report', 1, undefined, 0, 1],
])('%s', (_name, code, report, passed, failed) => {
  expect(vitestOutcome(code, report, 'log')).toEqual({ passed, failed, report: 'log' })
})
