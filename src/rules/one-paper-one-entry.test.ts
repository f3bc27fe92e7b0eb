import { expect, test } from 'vitest'
import { checkList } from './engine/all.ts'
import { planted, specimen, specimenContext, specimenFile } from './fixtures/specimen.ts'

// The list would carry one paper under two ids, and neither page would know of the other.

const title = '"Steady Preferences: Learning from Ties"'
const authors = '[Ada Example, Bo Sample, Çağla Örnek]'

/** Another paper, with one thing of the specimen's. */
function other(changes: readonly [string, string][]): string {
  const begin: [string, string][] = [
    [title, '"A Wholly Different Study of Reward Models in Practice"'],
    ['2410.01234', '2409.00001'],
    ['acl-long.12', 'acl-long.77'],
    ['alsoTitled: [Learning from Ties]\n', ''],
    ['added: 2025-03-13', 'added: 2025-05-05'],
  ]
  return changes.reduce(
    (source, [from, to]) => planted(from, to, source),
    begin.reduce((source, [from, to]) => planted(from, to, source), specimen),
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
const has = 'which `content/papers/first.mdx` has already'
const near = `title much like \`Steady Preferences: Learning from Ties\`, ${has}`
const found = (place: string, what: string) => [
  `content/papers/another.mdx:${place} one-paper-one-entry Unexpected ${what}, expected one entry per paper. Keep one entry, and write the other title under \`alsoTitled\`. → content/papers/first.mdx`,
]

test.each([
  ['one arXiv id', '2409.00001', '2410.01234', '5:8', `arXiv id \`2410.01234\`, ${has}`],
  ['one DOI', 'acl-long.77', 'ACL-LONG.12', '7:6', `DOI \`10.18653/v1/2025.acl-long.12\`, ${has}`],
  [
    'one title in another spelling',
    another,
    '"Steady preferences -- Learning from ties"',
    '2:8',
    near,
  ],
  [
    'an earlier title that is the other’s',
    'tags:',
    'alsoTitled: ["Other Words", "Steady Preferences: Learning from Ties"]\ntags:',
    '11:29',
    near,
  ],
  ['two letters less', another, '"Steady Preference: Learning from Tie"', '2:8', near],
  ['other order of words', another, '"Learning from Ties: Steady Preferences"', '2:8', near],
])('%s', (_what, from, to, place, what) => {
  expect(faults(other([[from, to]]))).toEqual(found(place, what))
})

test.each([
  ['another paper', []],
  ['a sequel', [[another, '"Steady Preferences 2: Learning from Ties"']]],
  [
    'a paper of that title by others',
    [
      [another, title],
      [authors, '[Dee More]'],
    ],
  ],
] as [string, [string, string][]][])('%s is not the same', (_what, changes) => {
  expect(faults(other(changes))).toEqual([])
})

test('two short titles are not compared letter by letter', () => {
  const first = planted('alsoTitled: [Learning from Ties]\n', '', planted(title, '"Imagen 3"'))
  expect(faults(other([[another, '"Imagine 3"']]), first)).toEqual([])
})

test('two redirects cannot start at one address', () => {
  const source = other([['added: 2025-05-05', 'added: 2025-05-05\nformerIds: [first]']])
  expect(faults(source)).toEqual([
    'content/papers/another.mdx:17:13 one-paper-one-entry Unexpected former id `first`, which belongs to `content/papers/first.mdx`, expected an id that no other entry has. Take it out. → content/papers/first.mdx',
  ])
})

test('two entries with one address are one paper, also where it has no id', () => {
  const address = 'https://openreview.net/forum?id=AbC_1'
  const changes = (source: string) =>
    source.replace(/^paper: .*$/m, `paper: ${address}`).replace(/^doi: .*\n/m, '')
  expect(faults(changes(other([])), changes(specimen))).toEqual(
    found('5:8', `address \`${address}\`, ${has}`),
  )
})

test('of two papers that joined on one day, or that claim one id, the right one is spoken of', () => {
  const own = 'content/papers/steady-preferences-learning-from-ties.mdx'
  const pathsOf = (looked?: ReadonlySet<string>, source = specimen) => {
    const entries = [specimenFile(source, 'content/papers/copy.mdx'), specimenFile(specimen, own)]
    const list = { entries, pages: [], data: [], ...(looked && { looked }) }
    return checkList(list, specimenContext).map(({ path }) => path)
  }
  // The one that is not named after its title, unless somebody asked about the other.
  expect(pathsOf()).toEqual(['content/papers/copy.mdx'])
  expect(pathsOf(new Set([own]))).toEqual([own])
  // The one that takes the id of another, even if it pretends to be older.
  const older = planted('added: 2025-03-13', 'added: 2024-12-01')
  expect(pathsOf(undefined, planted(title, another, older))).toEqual(['content/papers/copy.mdx'])
})
