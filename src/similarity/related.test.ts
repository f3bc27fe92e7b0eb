import { expect, it } from 'vitest'
import { relatedIndex, type Shelved } from './related.ts'

const entry = (id: string, facts: Partial<Shelved> = {}): Shelved => ({ id, title: '', ...facts })
const near = (entries: Shelved[], id: string, most = 3) => {
  const asked = entries.find((one) => one.id === id)
  return asked ? relatedIndex(entries)(asked, most).map((one) => one.id) : undefined
}

// "Related papers" that names unrelated ones, or the paper itself, is worse than none.
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

it('gives ties to the paper that stands first, and knows a paper by its id', () => {
  const entries = [
    entry('new', { topics: ['safety'] }),
    entry('a', { topics: ['safety'] }),
    entry('old', { topics: ['safety'] }),
  ]
  expect(near(entries, 'a')).toEqual(['new', 'old'])
  expect(relatedIndex(entries)({ ...entry('a') }, 1)).toEqual([entries[0]])
})

it('tells papers of the same tags apart by their words', () => {
  const entries = [
    entry('a', { tags: ['dpo'], claim: 'Ties between answers.' }),
    entry('b', { tags: ['dpo'], claim: 'Longer answers win.' }),
    entry('c', { tags: ['dpo'], claim: 'Answers that are ties.' }),
  ]
  expect(near(entries, 'a')).toEqual(['c', 'b'])
})

it('still finds neighbours where every term is common', () => {
  const entries = Array.from({ length: 1000 }, (_, index) =>
    entry(`paper-${index}`, { topics: ['safety'] }),
  )
  expect(near(entries, 'paper-999')).toHaveLength(3)
})
