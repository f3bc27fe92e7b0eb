import { expect, it } from 'vitest'
import { type ComparedPaper, relatedIndex } from './related.ts'

const entry = (id: string, facts: Partial<ComparedPaper> = {}): ComparedPaper => ({
  id,
  title: '',
  abstractText: '',
  ...facts,
})
const tags = {
  dpo: { name: 'Direct preference optimization', meaning: '', aliases: ['DPO'] },
  proteins: { name: 'Proteins', meaning: '', aliases: ['protein language'] },
}
const near = (entries: ComparedPaper[], id: string, most = 3) =>
  relatedIndex(entries, tags)(entry(id), most).map(({ paper, shared }) => [paper.id, ...shared])

// "Related papers" that names unrelated ones, or the paper itself, is worse than none.
it('ranks a shared rare tag above a common one, and leaves out the entry itself', () => {
  const entries = [
    entry('a', { tags: ['dpo', 'proteins'] }),
    entry('b', { tags: ['dpo'] }),
    entry('c', { tags: ['dpo'] }),
    entry('d', { tags: ['proteins'] }),
  ]
  expect(near(entries, 'a')).toEqual([
    ['d', 'Proteins'],
    ['b', 'Direct preference optimization'],
    ['c', 'Direct preference optimization'],
  ])
})

it('finds nothing for an entry that shares nothing or is not on the list', () => {
  const entries = [entry('a', { tags: ['dpo'] }), entry('b'), entry('c', { topics: ['safety'] })]
  expect(near(entries, 'a')).toEqual([])
  expect(near(entries, 'b')).toEqual([])
  expect(near(entries, 'z')).toEqual([])
})

it('says what two papers share: tags, even if one only mentions them, then names, otherwise words', () => {
  const entries = [
    entry('a', {
      tags: ['dpo'],
      abstractText: 'DPO on AlpacaEval, with well-verified quotations.',
    }),
    entry('b', { abstractText: 'Plain DPO does well on AlpacaEval.' }),
    entry('c', { asks: ['AlpacaEval'], abstractText: 'A well-verified quotation is worth more.' }),
    entry('d', { tags: ['proteins'], abstractText: 'The folding of a protein.' }),
  ]
  expect(near(entries, 'a')).toEqual([
    ['c', '“well-verified”', '“quotations”'],
    ['b', 'Direct preference optimization', 'AlpacaEval'],
  ])
})

it('ranks papers with the same tags by their words, and equal ones by their order', () => {
  const entries = [
    entry('a', { tags: ['dpo'], claim: 'Ties between answers.' }),
    entry('b', { tags: ['dpo'], claim: 'Longer answers win.' }),
    entry('c', { tags: ['dpo'], claim: 'Answers that are ties.' }),
    entry('d', { tags: ['dpo'], claim: 'Answers that are ties.' }),
  ]
  expect(near(entries, 'a').map(([id]) => id)).toEqual(['c', 'd', 'b'])
})

it('finds neighbours even if every term is common', () => {
  const entries = Array.from({ length: 1000 }, (_, index) =>
    entry(`paper-${index}`, { topics: ['safety'] }),
  )
  expect(near(entries, 'paper-999')).toHaveLength(3)
})
