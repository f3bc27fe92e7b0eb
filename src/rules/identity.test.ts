import { expect, test } from 'vitest'
import { identitiesOf } from '../model/identity.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { faultsIn, planted, specimen, specimenContext } from './fixtures/specimen.ts'
import { unrecordedId } from './identity.ts'

// A link to a similarly named other paper would stand on the list, and nobody would notice.

test('the DOI of another paper is refused, also where none is recorded for this one', () => {
  const paper = { arxiv: '2410.01234', title: 'Steady Preferences: Learning from Ties' }
  const authors = ['Ada Example', 'Bo Sample', 'Çağla Örnek']
  const owner = { doi: '10.18653/v1/2025.acl-long.12', title: 'Another Paper', authors: [] }
  const identities = identitiesOf([{ ...paper, authors }, owner])
  expect(faultsIn(specimen, { ...specimenContext, identities })).toEqual([
    "7:6 identity Unexpected DOI `10.18653/v1/2025.acl-long.12`, under which `Another Paper` is recorded, expected this paper's own. Write it, or take the line out.",
  ])
})

test('an unknown paper under an unknown id is no fault, and the curator is told its id', () => {
  const file = planted(
    'title: "Steady Preferences: Learning from Ties"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.01234',
    'title: "Unknown"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.55555',
  )
  expect(unrecordedId(parseEntryFile('a.mdx', file), specimenContext.identities)).toBe('2410.55555')
  expect(unrecordedId(parseEntryFile('a.mdx', file), undefined)).toBe(undefined)
  expect(unrecordedId(parseEntryFile('a.mdx', specimen), specimenContext.identities)).toBe(
    undefined,
  )
})
