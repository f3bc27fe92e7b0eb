import { expect, test } from 'vitest'
import { identitiesOf } from '../model/identity.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { faultsIn, planted, specimen, specimenAround } from './fixtures/specimen.ts'
import { unrecordedId } from './identity.ts'

// A link to a similarly named other paper would stand on the list, and nobody would notice.

test.each([
  [
    'an id of which nothing is recorded',
    '2410.01234',
    '2410.55555',
    '5:8 identity Unexpected arXiv id `2410.55555`, expected `2410.01234`, which is recorded for `Steady Preferences: Learning from Ties`. Write `2410.01234`, or run `npm run add -- 2410.55555` where it is another paper.',
  ],
  [
    'the id of a similarly named paper',
    '2410.01234',
    '2410.99999',
    "5:8 identity Unexpected arXiv id `2410.99999`, under which `Steady Preference Learning with Ties` is recorded, expected the id of `Steady Preferences: Learning from Ties`. Write this paper's own, or its recorded title.",
  ],
  [
    'another author',
    'Bo Sample, Ç',
    'Bo Simple, Ç',
    '3:24 identity Unexpected author `Bo Simple`, expected `Bo Sample`, who is recorded in this place for arXiv id `2410.01234`. Write `Bo Sample`.',
  ],
  [
    'an author missing',
    ', Çağla Örnek',
    '',
    '3:24 identity Unexpected end of the authors after 2, expected the 3 who are recorded for arXiv id `2410.01234`. Write `Çağla Örnek` next.',
  ],
  [
    'an author too many',
    'Çağla Örnek',
    'Çağla Örnek, Dee More',
    '3:48 identity Unexpected author `Dee More`, expected the 3 who are recorded for arXiv id `2410.01234`. Take the name out.',
  ],
  [
    'another DOI',
    'acl-long.12',
    'acl-long.13',
    '7:6 identity Unexpected DOI `10.18653/v1/2025.acl-long.13`, expected `10.18653/v1/2025.acl-long.12`, which is recorded for arXiv id `2410.01234`. Write `doi: 10.18653/v1/2025.acl-long.12`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('a page of somebody else is refused where the paper is recorded at arXiv', () => {
  const source = planted(
    'paper: https://arxiv.org/abs/2410.01234\nvenue: ACL 2025\ndoi: 10.18653/v1/2025.acl-long.12\n',
    'paper: https://example.org/ties.pdf\n',
  )
  expect(faultsIn(source)).toEqual([
    "5:8 identity Unexpected address `https://example.org/ties.pdf`, expected arXiv's, which is recorded for `Steady Preferences: Learning from Ties`. Write `paper: https://arxiv.org/abs/2410.01234`.",
  ])
})

test('the DOI of another paper is refused, also where none is recorded for this one', () => {
  const paper = { arxiv: '2410.01234', title: 'Steady Preferences: Learning from Ties' }
  const authors = ['Ada Example', 'Bo Sample', 'Çağla Örnek']
  const owner = { doi: '10.18653/v1/2025.acl-long.12', title: 'Another Paper', authors: [] }
  const identities = identitiesOf([{ ...paper, authors }, owner])
  expect(faultsIn(specimen, { ...specimenAround, identities })).toEqual([
    "7:6 identity Unexpected DOI `10.18653/v1/2025.acl-long.12`, under which `Another Paper` is recorded, expected this paper's own. Write it, or take the line out.",
  ])
})

test('an author of the same surname is somebody else, and initials are not', () => {
  expect(faultsIn(planted('Bo Sample', 'B. Sample'))).toEqual([])
  expect(faultsIn(planted('Bo Sample', 'Zoë Sample'))).toEqual([
    '3:24 identity Unexpected author `Zoë Sample`, expected `Bo Sample`, who is recorded in this place for arXiv id `2410.01234`. Write `Bo Sample`.',
  ])
})

test('a title that shouts is written as it is recorded', () => {
  const title = 'Steady Preferences: Learning from Ties'
  expect(faultsIn(planted(title, title.toUpperCase()))).toEqual([
    '2:8 identity Unexpected capitals in `title` `STEADY PREFERENCES: LEARNING FROM TIES`, expected the title as it is recorded. Write `title: "Steady Preferences: Learning from Ties"`.',
  ])
})

test('an unknown paper under an unknown id is no fault, and the curator is told its id', () => {
  const file = planted(
    'title: "Steady Preferences: Learning from Ties"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.01234',
    'title: "Unknown"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.55555',
  )
  expect(unrecordedId(parseEntryFile('a.mdx', file), specimenAround.identities)).toBe('2410.55555')
  expect(unrecordedId(parseEntryFile('a.mdx', file), undefined)).toBe(undefined)
  expect(unrecordedId(parseEntryFile('a.mdx', specimen), specimenAround.identities)).toBe(undefined)
})
