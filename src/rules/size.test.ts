import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// One file would slow the check and the site down for everybody.

test.each([
  [
    'a hundred levels of quotes',
    'Human annotators',
    `${'> '.repeat(100)}Human annotators`,
    '20:1 size Unexpected nesting of more than 24 levels, expected plain text and simple lists. Write it flat.',
  ],
  [
    'a title that is a book',
    'Steady Preferences:',
    'Steady '.repeat(60),
    '2:8 size Unexpected 439 characters in `title`, expected at most 400. Write less.',
  ],
  [
    'an author with a biography',
    'Bo Sample, Ç',
    `Bo ${'Very '.repeat(40)}Sample, Ç`,
    '3:24 size Unexpected 209 characters in one item of `authors`, expected at most 150. Write less.',
  ],
  [
    'more questions than a reader asks',
    'links:',
    `asks: [${Array.from({ length: 21 }, (_, at) => `q${at}`).join(', ')}]\nlinks:`,
    '13:98 size Unexpected 21 items in `asks`, expected at most 20. Write the first ones only.',
  ],
  [
    'lists in lists in a fact',
    '[TieRM²]',
    `${'['.repeat(30)}deep${']'.repeat(30)}`,
    '10:32 size Unexpected nesting of more than 24 levels, expected plain text and simple lists. Write it flat.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toContain(fault)
})

test('a file that is too much is told so, and nothing else of it is read', () => {
  expect(faultsIn(planted('Human annotators', `{pi}${'word '.repeat(400_000)}`))).toHaveLength(1)
})
