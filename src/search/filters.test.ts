import { expect, test } from 'vitest'
import { papersWithValue } from './conditions.ts'
import { facetValuesOf } from './fields.ts'
import { byFacet, countFacets, type FacetValues, type IndexedFacets, narrow } from './filters.ts'

// A reader who ticks two boxes would see the wrong papers, or a count that a click doesn't keep.

const added = '2025-03-13'
const kind = ['method' as const]
const links = { code: 'https://x.example/' }
const entries = [
  { title: 'A', added, topics: ['safety'], published: '2024', venue: 'Findings of ACL 2024' },
  { title: 'B', added, topics: ['safety', 'steering'], published: '2023', kind },
  { title: 'C', added, topics: ['steering'], published: '2024', tags: ['self-play'], links },
]
const values = entries.map(facetValuesOf)
const index: IndexedFacets = {
  values: async (facet) => [...new Set(values.flatMap((one) => one[facet]))],
  having: async (facet, value) =>
    new Set(values.flatMap((one, place) => (one[facet].includes(value) ? [place] : []))),
}
const chosen = (some: Partial<FacetValues>): FacetValues => ({ ...byFacet(() => []), ...some })
const all = [2, 0, 1]

test('any value of a facet may match, but every facet must', async () => {
  expect(await narrow(all, chosen({}), index)).toEqual([2, 0, 1])
  expect(await narrow(all, chosen({ topic: ['safety', 'steering'] }), index)).toEqual([2, 0, 1])
  expect(await narrow(all, chosen({ topic: ['safety'], year: ['2024'] }), index)).toEqual([0])
  expect(await narrow(all, chosen({ topic: ['nonsense'] }), index)).toEqual([])
})

test('a count is the number of papers if the value were chosen, with the choices in other facets applied', async () => {
  const both = chosen({ topic: ['safety'], year: ['2024'] })
  const { topic, year } = await countFacets(['topic', 'year'], all, both, index)
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
] as const)('%s:%s means %j', async (facet, value, places) => {
  expect([...(await papersWithValue(facet, value, index))].sort()).toEqual(places)
})
