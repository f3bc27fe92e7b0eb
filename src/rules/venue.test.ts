import { expect, test } from 'vitest'
import { faultsIn, planted } from './fixtures/specimen.ts'

// A venue would stand on the list in three spellings, and filters would part what belongs together.

test.each([
  [
    'letters swapped',
    'venue: ACL 2025',
    'venue: ALC 2025',
    '6:8 venue Unexpected venue `ALC 2025`, expected a series of `content/vocabulary/venues.yaml` and its year. Did you mean `ACL 2025`?',
  ],
  [
    'no year',
    'venue: ACL 2025',
    'venue: ACL',
    '6:8 venue Unexpected venue `ACL` without a year, expected both. Write `venue: ACL 2024`.',
  ],
  [
    'a year before the paper',
    'venue: ACL 2025',
    'venue: ACL 2021',
    '6:8 venue Unexpected year `2021` in `venue`, expected one from `2023` to `2027`, as the first version is of `2024-10-04`. Write the year of publication there.',
  ],
  [
    'a short name',
    'venue: ACL 2025',
    'venue: PVLDB 2025',
    '6:8 venue Unexpected venue `PVLDB 2025`, expected a series of `content/vocabulary/venues.yaml` and its year. Did you mean `Proceedings of the VLDB Endowment 2025`?',
  ],
  [
    'a preprint',
    'venue: ACL 2025',
    'venue: arXiv 2024',
    '6:8 venue Unexpected venue `arXiv 2024`, expected none for a preprint. Take the line out.',
  ],
  [
    'an unknown venue',
    'venue: ACL 2025',
    'venue: Journal of Foo 2025',
    '6:8 venue Unexpected venue `Journal of Foo 2025`, expected a series of `content/vocabulary/venues.yaml` and its year. Write one of them, or add `Journal of Foo` there with its full name.',
  ],
  [
    'small letters',
    'venue: ACL 2025',
    'venue: acl 2025',
    '6:8 venue Unexpected form `acl 2025` of the venue, expected its series and its year. Write `venue: ACL 2025`.',
  ],
])('%s', (_what, from, to, fault) => {
  expect(faultsIn(planted(from, to))).toEqual([fault])
})

test('a date in the future says nothing about the venue', () => {
  expect(faultsIn(planted('published: 2024-10-04', 'published: 2199-01-01'))).toEqual([
    '4:12 published Unexpected `2199-01-01` in `published`, expected today (`2026-03-13`) or a day before. Write the day of the first public version.',
  ])
})
