import { expect, test } from 'vitest'
import { recoverFrontMatter } from './front-matter.ts'

// One slip in one line would hide every fact below it, and its contributor would correct ten faults in ten rounds.

const facts = `title: "Steady Preferences"
authors:
  - Ada Example
venue: ACL 2025
kind: [method]
links:
  code: https://example.org
claim: Ties help.
`
const file = (from: string, to: string) => `---\n${facts.replace(from, () => to)}---\n\nWords.\n`

test.each([
  ['two of them, and a comment', 'venue: ACL 2025', 'venue: A: B: C # d', 'A: B: C # d'],
  ['typographic quotes around a colon', 'venue: ACL 2025', 'venue: “ACL: 2025”', 'ACL: 2025'],
  ['a leading @ and a second colon', 'venue: ACL 2025', 'venue: @ACL: 2025', '@ACL: 2025'],
  ['an equals sign', 'venue: ACL 2025', 'venue = ACL', 'ACL'],
  ['a map that is not closed', 'kind: [method]', 'kind: {method', 'ACL 2025'],
])('%s hides no other fact', (_what, from, to, venue) => {
  const source = file(from, to)
  const { values, faults, placeOf } = recoverFrontMatter(source)
  expect(faults.length).toBeGreaterThan(0)
  expect(Object.keys(values)).toEqual(['title', 'authors', 'venue', 'kind', 'links', 'claim'])
  expect(values).toMatchObject({ venue, authors: ['Ada Example'], claim: 'Ties help.' })
  const line = source.split('\n').findIndex((text) => text.startsWith('claim:')) + 1
  expect(placeOf(['claim'])).toEqual({ line, column: 8 })
})

test.each([
  ['no first fence', facts],
  ['another first fence', `+++\n${facts}`],
  ['a blank line before it', `\n---\n${facts}`],
])('%s and no second one: the facts are found, and the body begins below them', (_what, start) => {
  const source = `${start}\nWords.\n`
  const { values, faults, bodyStart } = recoverFrontMatter(source)
  expect(faults).toHaveLength(2)
  expect(values).toMatchObject({ title: 'Steady Preferences', claim: 'Ties help.' })
  expect(source.slice(bodyStart).trim()).toBe('Words.')
})

test('what is sound is read as it is written', () => {
  const source = '---\nyear: 2024\nfine: no\ntext: |\n  A: b: c\n---\nWords: all of them: here.\n'
  const { values, faults } = recoverFrontMatter(source)
  expect(faults).toEqual([])
  expect(values).toEqual({ year: '2024', fine: 'no', text: 'A: b: c\n' })
})
