import { expect, test } from 'vitest'
import { exampleConditions, exampleQueries } from './example-queries.ts'

// A newcomer would be shown queries that find nothing.

const added = '2025-03-13'

test('examples are taken from what the list has most of', () => {
  const list = [
    { title: 'A', added, names: ['NLHF'], authors: ['Bo', 'Ana'], tags: ['x', 'y'] },
    { title: 'B', added, authors: ['Ana'], tags: ['y'], venue: 'ACL 2024' },
  ]
  const tags = new Map([
    ['x', 'ex'],
    ['y', 'why'],
  ])
  expect(exampleQueries(list, tags)).toEqual(['why', 'ex', 'NLHF', 'Ana', 'ACL 2024'])
})

test('conditions name what the list has', () => {
  const list = [
    { title: 'Proteins at Rest', added, authors: ['Bo Ørsted'], names: ['A B'], published: '2023' },
    { title: 'Proteins', added, authors: ['Ana Li', 'Bo Ørsted'], venue: 'Findings of ACL 2021' },
  ]
  expect([...exampleConditions(list).values()]).toEqual([
    'author:orsted',
    'title:proteins',
    'year:2023',
    'venue:acl',
  ])
  expect([...exampleConditions([]).values(), ...exampleQueries([], new Map())]).toEqual([])
})
