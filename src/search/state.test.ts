import { expect, test } from 'vitest'
import { asks, parseState, writeState } from './state.ts'

// A link to a search would open another search.

test('an address reads back as it was written', () => {
  const address = '?q=nash+equilibrium+%26+%C3%A9&topic=safety&topic=steering&has=code&sort=newest'
  expect(writeState(parseState(address))).toBe(address)
})

test('an address that asks for nothing is empty', () => {
  expect(writeState(parseState('?q=++&sort=relevance&topic='))).toBe('')
})

test('unknown parameters and orders, and values given twice, are left out', () => {
  expect(writeState(parseState('?sort=price&utm_source=x&topic=safety&topic=safety'))).toBe(
    '?topic=safety',
  )
})

test('names from every object are ordinary words', () => {
  expect(parseState('?q=__proto__&topic=constructor')).toMatchObject({
    query: '__proto__',
    chosen: { topic: ['constructor'] },
  })
})

test('only words and facets ask for results', () => {
  expect(asks(parseState('?sort=title'))).toBe(false)
  expect(asks(parseState('?q=+'))).toBe(false)
  expect(asks(parseState('?q=x'))).toBe(true)
  expect(asks(parseState('?has=code'))).toBe(true)
})
