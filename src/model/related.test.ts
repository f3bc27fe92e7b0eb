import { expect, it } from 'vitest'
import { relatedIndex, type Shelved } from './related.ts'

const entry = (id: string, facts: Partial<Shelved> = {}): Shelved => ({ id, title: id, ...facts })
const near = (entries: Shelved[], id: string, most = 3) => {
  const asked = entries.find((one) => one.id === id)
  return asked ? relatedIndex(entries)(asked, most).map((one) => one.id) : undefined
}

// "More on this shelf" that names unrelated papers, or the paper itself, is worse than none.
it('puts a shared rare tag before a shared common one, and never the entry itself', () => {
  const entries = [
    entry('a', { tags: ['dpo', 'proteins'] }),
    entry('b', { tags: ['dpo'] }),
    entry('c', { tags: ['dpo'] }),
    entry('d', { tags: ['proteins'] }),
  ]
  expect(near(entries, 'a')).toEqual(['d', 'b', 'c'])
})

it('is silent about an entry that shares nothing or has no facts', () => {
  const entries = [entry('a', { tags: ['dpo'] }), entry('b'), entry('c', { topics: ['safety'] })]
  expect(near(entries, 'a')).toEqual([])
  expect(near(entries, 'b')).toEqual([])
})

it('gives ties to the newer paper, then to the title, whatever the order of the files', () => {
  const entries = [
    entry('a', { topics: ['safety'] }),
    entry('old', { topics: ['safety'], published: '2023-05' }),
    entry('new-b', { topics: ['safety'], published: '2024' }),
    entry('new-a', { topics: ['safety'], published: '2024' }),
  ]
  expect(near(entries, 'a')).toEqual(['new-a', 'new-b', 'old'])
  expect(near([...entries].reverse(), 'a')).toEqual(['new-a', 'new-b', 'old'])
})

it('still finds neighbours where every term is common', () => {
  const entries = Array.from({ length: 1000 }, (_, index) =>
    entry(`paper-${index}`, { topics: ['safety'], published: String(2000 + (index % 25)) }),
  )
  expect(near(entries, 'paper-999')).toHaveLength(3)
})
