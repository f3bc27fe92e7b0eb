import { expect, test } from 'vitest'
import { measure } from './measure.ts'

// A maintainer would read figures that leave out what a program starts, and think the site cheap.

const busy = 'const end = Date.now() + 700; while (Date.now() < end);'
const parent = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(busy)}])
  child.unref()
  setTimeout(() => process.exit(0), 900)`

test('the work of a program that another one starts is counted, also when nobody waits for it', async () => {
  const { code, cpuSeconds, peakBytes } = await measure(process.execPath, ['-e', parent])
  expect(code).toBe(0)
  // Elsewhere the system does not tell, and nothing is made up.
  if (process.platform !== 'linux') expect([cpuSeconds, peakBytes]).toEqual([undefined, undefined])
  else {
    expect(cpuSeconds).toBeGreaterThan(0.1)
    expect(peakBytes).toBeGreaterThan(60_000_000)
  }
})
