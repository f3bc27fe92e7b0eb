import { expect, test } from 'vitest'
import { checkList } from './engine/all.ts'
import { specimen, specimenContext, specimenFile, specimenWith } from './fixtures/specimen.ts'

// The list would have one paper under two ids, and neither page would refer to the other.

const title = '"Steady Preferences: Learning from Ties"'
const authors = '[Ada Example, Bo Sample, Çağla Örnek]'

/** Another paper that has something in common with the sample entry. */
function other(changes: readonly [string, string][]): string {
  const begin: [string, string][] = [
    [title, '"A Wholly Different Study of Reward Models in Practice"'],
    ['2410.01234', '2409.00001'],
    ['acl-long.12', 'acl-long.77'],
    ['alsoTitled: [Learning from Ties]\n', ''],
    ['added: 2025-03-13', 'added: 2025-05-05'],
  ]
  return changes.reduce(
    (source, [from, to]) => specimenWith(from, to, source),
    begin.reduce((source, [from, to]) => specimenWith(from, to, source), specimen),
  )
}

function faults(source: string, first = specimen): string[] {
  const entries = [
    specimenFile(source, 'content/papers/another.mdx'),
    specimenFile(first, 'content/papers/first.mdx'),
  ]
  return checkList({ entries, pages: [], data: [] }, specimenContext).map(
    ({ path, line, column, rule, message, other }) =>
      `${path}:${line}:${column} ${rule} ${message} → ${other}`,
  )
}

const another = '"A Wholly Different Study of Reward Models in Practice"'
const has = 'which `content/papers/first.mdx` already has'
const near = `title similar to \`Steady Preferences: Learning from Ties\`, ${has}`
const found = (place: string, what: string) => [
  `content/papers/another.mdx:${place} one-paper-one-entry Unexpected ${what}, expected one entry per paper. Keep one entry, and write the other title under \`alsoTitled\`. → content/papers/first.mdx`,
]

test.each([
  ['the same arXiv id', '2409.00001', '2410.01234', '5:8', `arXiv id \`2410.01234\`, ${has}`],
  [
    'the same DOI',
    'acl-long.77',
    'ACL-LONG.12',
    '7:6',
    `DOI \`10.18653/v1/2025.acl-long.12\`, ${has}`,
  ],
  [
    'the same title in another spelling',
    another,
    '"Steady preferences -- Learning from ties"',
    '2:8',
    near,
  ],
  [
    'an earlier title that the other paper has',
    'tags:',
    'alsoTitled: ["Other Words", "Steady Preferences: Learning from Ties"]\ntags:',
    '11:29',
    near,
  ],
  [
    'a title without two of the letters',
    another,
    '"Steady Preference: Learning from Tie"',
    '2:8',
    near,
  ],
  [
    'a title with its words in another order',
    another,
    '"Learning from Ties: Steady Preferences"',
    '2:8',
    near,
  ],
])('a duplicate is found by %s', (_what, from, to, place, what) => {
  expect(faults(other([[from, to]]))).toEqual(found(place, what))
})

test.each([
  ['another paper', []],
  ['a sequel', [[another, '"Steady Preferences 2: Learning from Ties"']]],
  [
    'a paper with the same title by other authors',
    [
      [another, title],
      [authors, '[Dee More]'],
    ],
  ],
] as [string, [string, string][]][])('%s is not a duplicate', (_what, changes) => {
  expect(faults(other(changes))).toEqual([])
})

test('a former id that another entry has is reported', () => {
  const source = other([['added: 2025-05-05', 'added: 2025-05-05\nformerIds: [first]']])
  expect(faults(source)).toEqual([
    'content/papers/another.mdx:17:13 one-paper-one-entry Unexpected former id `first`, which belongs to `content/papers/first.mdx`, expected an id that no other entry has. Take it out. → content/papers/first.mdx',
  ])
})

test('a duplicate is found by an address without an id', () => {
  const address = 'https://openreview.net/forum?id=AbC_1'
  const changes = (source: string) =>
    source.replace(/^paper: .*$/m, `paper: ${address}`).replace(/^doi: .*\n/m, '')
  expect(faults(changes(other([])), changes(specimen))).toEqual(
    found('5:8', `address \`${address}\`, ${has}`),
  )
})

test('of two duplicates, the right one is reported', () => {
  const own = 'content/papers/steady-preferences-learning-from-ties.mdx'
  const pathsOf = (requested?: ReadonlySet<string>, source = specimen) => {
    const entries = [specimenFile(source, 'content/papers/copy.mdx'), specimenFile(specimen, own)]
    const list = { entries, pages: [], data: [], ...(requested && { requested }) }
    return checkList(list, specimenContext).map(({ path }) => path)
  }
  // The one that is not named after its title, unless the check was run for the other.
  expect(pathsOf()).toEqual(['content/papers/copy.mdx'])
  expect(pathsOf(new Set([own]))).toEqual([own])
  // The one whose title is not that recorded for the id, even if it says that it is older.
  const older = specimenWith('added: 2025-03-13', 'added: 2024-12-01')
  expect(pathsOf(undefined, specimenWith(title, another, older))).toEqual([
    'content/papers/copy.mdx',
  ])
})
