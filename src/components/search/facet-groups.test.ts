import { expect, test } from 'vitest'
import type { EntryFacts } from '../../model/entry.ts'
import { facetGroups } from './facet-groups.ts'

// A reader would not find a filter, or would see a wrong count.

const paper = (facts: Partial<EntryFacts>) => ({ title: 'A', added: '2025-03-13', ...facts })
const code = 'https://x.example/'
const entries = [
  paper({ topics: ['safety'], published: '2024', venue: 'Findings of ACL 2024' }),
  paper({ topics: ['safety', 'steering'], published: '2023', kind: ['method'] }),
  paper({ topics: ['steering'], published: '2024', tags: ['self-play'], links: { code } }),
]

test('every value that the papers have is listed under its name, with the number of papers', () => {
  const groups = facetGroups(entries, {
    topic: new Map([
      ['empty', 'Empty topic'],
      ['steering', 'Steering'],
      ['safety', 'Safety'],
    ]),
    tag: new Map([['self-play', 'Self-play']]),
    kind: new Map([['method', 'Method']]),
  })
  const shown = groups.map(({ legend, values }) => [
    legend,
    ...values.map(({ label, count }) => `${label} ${count}`),
  ])
  expect(shown).toEqual([
    ['Topic', 'Steering 2', 'Safety 2'],
    ['Kind', 'Method 1'],
    ['Tag', 'Self-play 1'],
    ['First published', '2024 2', '2023 1'],
    ['Venue', 'Preprint 2', 'Findings of ACL 1'],
    ['Available', 'Code 1'],
  ])
})
