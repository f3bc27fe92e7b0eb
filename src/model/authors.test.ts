import { expect, it } from 'vitest'
import { shortAuthors } from './authors.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `Author ${index + 1}`)

// A list of 36 names would push the next paper off the screen; a shortened one must say how many it leaves out.
it('names everybody while the line is short', () => {
  expect(shortAuthors(['Wei Shen'])).toBe('Wei Shen')
  expect(shortAuthors(people(5))).toBe('Author 1, Author 2, Author 3, Author 4, Author 5')
})

it('names the first three of many and counts the others', () => {
  expect(shortAuthors(people(6))).toBe('Author 1, Author 2, Author 3 and 3 others')
  expect(shortAuthors(people(300))).toBe('Author 1, Author 2, Author 3 and 297 others')
})
