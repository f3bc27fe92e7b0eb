import { expect, test } from 'vitest'
import { vitestOutcome } from './stages.ts'

// A maintainer would read "0 failed" although something failed, or did not run at all.

const report = (numPassedTests: number, numTotalTests: number) => ({
  numPassedTests,
  numTotalTests,
})

test('all tests passed', () => {
  expect(vitestOutcome(0, report(3, 3), 'log')).toEqual({ passed: 3, failed: 0, report: '' })
})

test('a test that was skipped has failed', () => {
  expect(vitestOutcome(0, report(3, 5), 'log')).toEqual({ passed: 3, failed: 2, report: 'log' })
})

test('an error outside of tests is a failure', () => {
  expect(vitestOutcome(1, report(3, 3), 'log')).toEqual({ passed: 3, failed: 1, report: 'log' })
})

test('a run without tests, or without a report, is a failure', () => {
  expect(vitestOutcome(0, report(0, 0), 'log')).toEqual({ passed: 0, failed: 1, report: 'log' })
  expect(vitestOutcome(1, undefined, 'log')).toEqual({ passed: 0, failed: 1, report: 'log' })
})
