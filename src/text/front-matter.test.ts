import { expect, test } from 'vitest'
import { parseFrontMatter } from './front-matter.ts'

// One slip in one line would hide every fact below it, and its contributor would correct ten faults in ten rounds.

const facts = 'title: "Steady Preferences"\nauthors:\n  - Ada Example\nclaim: Ties help.\n'

test.each([
  ['no first fence', 1, facts],
  ['another first fence', 2, `+++\n${facts}`],
  ['a blank line before it', 2, `\n---\n${facts}`],
])('%s and no second one: %i faults, and the body is found', (_what, count, start) => {
  const source = `${start}\nWords.\n`
  const { values, faults, bodyStart } = parseFrontMatter(source)
  expect(faults).toHaveLength(count)
  expect(values).toMatchObject({ title: 'Steady Preferences', claim: 'Ties help.' })
  expect(source.slice(bodyStart).trim()).toBe('Words.')
})

test('what is sound is read as it is written', () => {
  const source = '---\nyear: 2024\nfine: no\ntext: |\n  A: b: c\n---\nWords: all of them: here.\n'
  const { values, faults } = parseFrontMatter(source)
  expect(faults).toEqual([])
  expect(values).toEqual({ year: '2024', fine: 'no', text: 'A: b: c\n' })
})
