import { expect, test } from 'vitest'
import { facetGroups } from './facet-groups.ts'

// A reader would choose from names that mean nothing, or that find nothing.

const added = '2025-03-13'
const groups = facetGroups(
  [
    { title: 'A', added, topics: ['b'], kind: ['method'], published: '2023', venue: 'ACL 2023' },
    { title: 'B', added, topics: ['b'], kind: ['method', 'tool'], published: '2024-10' },
    { title: 'C', added, links: { code: 'https://x.example/' } },
  ],
  [
    { id: 'a', name: 'Empty topic' },
    { id: 'b', name: 'Busy topic' },
  ],
)
const shown = Object.fromEntries(
  groups.map(({ legend, values }) => [
    legend,
    values.map(({ label, count }) => `${label} ${count}`),
  ]),
)

test('every value that occurs is offered under its name, with how many papers have it', () => {
  expect(shown).toEqual({
    Topic: ['Busy topic 2'],
    Kind: ['Method 2', 'Tool 1'],
    Year: ['2024 1', '2023 1'],
    Venue: ['Preprint 2', 'ACL 1'],
    Available: ['Has code 1'],
  })
})
