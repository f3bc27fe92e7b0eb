import { expect, it } from 'vitest'
import { exportFiles } from './files.ts'
import { referencesOf } from './reference.ts'
import { realEntries, testSource, topics, vocabulary } from './test-data/exported-content.ts'

/** Milliseconds of CPU that deriving every reference and writing its files takes for one paper of the list. */
function costOfOne(): number {
  const before = process.cpuUsage()
  const references = referencesOf(realEntries, vocabulary)
  const files = exportFiles({ references, topics, tags: [] }, testSource)
  for (const { path, write } of files) if (path.startsWith('papers/')) write()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / references.length
}

// A list of ten thousand would take minutes to build.
it('the files of one paper take less than a millisecond of CPU', () => {
  // The least of several runs: the first ones also compile what they run.
  expect(Math.min(...Array.from({ length: 5 }, costOfOne))).toBeLessThan(1)
})
