import { expect, test } from 'vitest'
import { papersWithValue } from './conditions.ts'
import { facetValuesOf } from './fields.ts'
import { byFacet, countFacets, type FacetValues, narrow } from './filters.ts'

// A reader who ticks two boxes would see the wrong papers, or a count that a click doesn't keep.

const added = '2025-03-13'
const kind = ['method' as const]
const links = { code: 'https://x.example/' }
const entries = [
  { title: 'A', added, topics: ['safety'], published: '2024', venue: 'Findings of ACL 2024' },
  { title: 'B', added, topics: ['safety', 'steering'], published: '2023', kind },
  { title: 'C', added, topics: ['steering'], published: '2024', tags: ['self-play'], links },
]
const members = byFacet((facet) => {
  const places = new Map<string, Set<number>>()
  for (const [place, facts] of entries.entries())
    for (const value of facetValuesOf(facts)[facet])
      places.set(value, new Set([...(places.get(value) ?? []), place]))
  return places
})
const chosen = (some: Partial<FacetValues>): FacetValues => ({ ...byFacet(() => []), ...some })
const all = [2, 0, 1]

test('two values of one facet add up, two facets must agree', () => {
  expect(narrow(all, chosen({}), members)).toEqual([2, 0, 1])
  expect(narrow(all, chosen({ topic: ['safety', 'steering'] }), members)).toEqual([2, 0, 1])
  expect(narrow(all, chosen({ topic: ['safety'], year: ['2024'] }), members)).toEqual([0])
  expect(narrow(all, chosen({ topic: ['nonsense'] }), members)).toEqual([])
})

test('a count is what a value would give beside the choices in the other facets', () => {
  const both = chosen({ topic: ['safety'], year: ['2024'] })
  const { topic, year } = countFacets(['topic', 'year'], all, both, members)
  expect([...(topic ?? [])]).toEqual(Object.entries({ safety: 1, steering: 1 }))
  expect([...(year ?? [])].sort()).toEqual(Object.entries({ 2023: 1, 2024: 1 }))
})

test.each([
  ['venue', 'acl', [0]],
  ['venue', 'preprint', [1, 2]],
  ['tag', 'play', [2]],
  ['kind', 'Method', [1]],
  ['has', 'code', [2]],
  ['year', '20', []],
  ['year', '2023-2024', [0, 1, 2]],
] as const)('%s:%s means %j', (facet, value, places) => {
  expect([...papersWithValue(facet, value, members[facet])].sort()).toEqual(places)
})
