import { expect, test } from 'vitest'
import { identitiesOf } from '../model/identity.ts'
import { parseEntryFile } from '../text/entry-file.ts'
import { findingsIn, specimen, specimenContext, specimenWith } from './fixtures/specimen.ts'
import { unrecordedId } from './identity.ts'

// An entry could link to another paper with a similar title, and nobody would notice.

test('the DOI of another paper is reported even if no DOI is recorded for this one', () => {
  const paper = { arxiv: '2410.01234', title: 'Steady Preferences: Learning from Ties' }
  const authors = ['Ada Example', 'Bo Sample', 'Çağla Örnek']
  const owner = { doi: '10.18653/v1/2025.acl-long.12', title: 'Another Paper', authors: [] }
  const identities = identitiesOf([{ ...paper, authors }, owner])
  expect(findingsIn(specimen, { ...specimenContext, identities })).toEqual([
    "7:6 identity Unexpected DOI `10.18653/v1/2025.acl-long.12`, under which `Another Paper` is recorded, expected this paper's own. Write it, or take the line out.",
  ])
})

test('a paper that is not recorded has no findings, and its id is returned for the notice', () => {
  const file = specimenWith(
    'title: "Steady Preferences: Learning from Ties"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.01234',
    'title: "Unknown"\nauthors: [Ada Example, Bo Sample, Çağla Örnek]\npublished: 2024-10-04\npaper: https://arxiv.org/abs/2410.55555',
  )
  expect(unrecordedId(parseEntryFile('a.mdx', file), specimenContext.identities)).toBe('2410.55555')
  expect(unrecordedId(parseEntryFile('a.mdx', file), undefined)).toBe(undefined)
  expect(unrecordedId(parseEntryFile('a.mdx', specimen), specimenContext.identities)).toBe(
    undefined,
  )
})
