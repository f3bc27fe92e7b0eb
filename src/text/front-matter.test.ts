import { expect, test } from 'vitest'
import { parseFrontMatter } from './front-matter.ts'

// A mistake in one line would hide every fact below it, and a contributor would correct ten faults in ten rounds.

const facts = 'title: "Steady Preferences"\nauthors:\n  - Ada Example\nclaim: Ties help.\n'

test.each([
  ['no opening fence', 1, facts],
  ['a wrong opening fence', 2, `+++\n${facts}`],
  ['a blank line before the opening fence', 2, `\n---\n${facts}`],
])('%s and no closing one: %i faults, and the body is found', (_what, count, start) => {
  const source = `${start}\nWords.\n`
  const { values, faults, bodyStart } = parseFrontMatter(source)
  expect(faults).toHaveLength(count)
  expect(values).toMatchObject({ title: 'Steady Preferences', claim: 'Ties help.' })
  expect(source.slice(bodyStart).trim()).toBe('Words.')
})

test('valid values are strings as they are written', () => {
  const source = '---\nyear: 2024\nfine: no\ntext: |\n  A: b: c\n---\nWords: all of them: here.\n'
  const { values, faults } = parseFrontMatter(source)
  expect(faults).toEqual([])
  expect(values).toEqual({ year: '2024', fine: 'no', text: 'A: b: c\n' })
})
