import { expect, it } from 'vitest'
import { citationKeys, type KeyedEntry } from './citation-key.ts'

const entry = (id: string, facts: Partial<KeyedEntry> = {}): KeyedEntry => ({
  id,
  authors: ['Taiwei Shi'],
  published: '2024-08-28',
  added: '2025-03-13',
  ...facts,
})
const keyOf = (it: KeyedEntry) => citationKeys([it]).get(it.id)

// A changed key would break every manuscript that uses it.
it.each([
  ['wildfeedback-aligning-llms', {}, 'shi2024wildfeedback'],
  ['re-align-aligning-vision', {}, 'shi2024realign'],
  ['x-llm-bootstrapping', {}, 'shi2024xllm'],
  [
    'who-validates-the-validators',
    { authors: ['J. D. Zamfirescu-Pereira'] },
    'zamfirescupereira2024validates',
  ],
  ['weiss', { authors: ['Łukasz Weiß'] }, 'weiss2024weiss'],
  ['to-be', {}, 'shi2024tobe'],
  ['unsigned-notes', { authors: undefined }, 'paper2024unsigned'],
  ['undated', { published: undefined }, 'shiundated'],
])('the citation key of %s with %j is %s', (id, facts, key) => {
  expect(keyOf(entry(id, { ...facts } as Partial<KeyedEntry>))).toBe(key)
})

it('a citation key stays the same after a rename', () => {
  expect(keyOf(entry('in-situ-feedback', { formerIds: ['wildfeedback-aligning', 'wild'] }))).toBe(
    'shi2024wildfeedback',
  )
})

it('citation keys are unique, and don’t change when entries are added or read in another order', () => {
  const added = (id: string, day: string) => entry(id, { added: day })
  const old = [entry('judge-a'), entry('judge-b'), added('judge-c', '2025-01-01')]
  const later = [added('judge-0', '2026-01-01'), added('judgeb', '2026-01-02')]
  const before = citationKeys(old)
  expect(Object.fromEntries(before)).toEqual({
    'judge-c': 'shi2024judge',
    'judge-a': 'shi2024judgeb',
    'judge-b': 'shi2024judgec',
  })
  const after = citationKeys([...later, ...old])
  for (const [id, key] of before) expect(after.get(id)).toBe(key)
  expect(new Set(after.values()).size).toBe(5)
})
