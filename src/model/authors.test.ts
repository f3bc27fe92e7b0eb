import { expect, it } from 'vitest'
import { shortAuthors } from './authors.ts'

// A list of 36 names would push the next paper off the screen; a shortened one must say how many it leaves out.
it('names everybody while the line is short, else the first three, and counts the others', () => {
  const people = Array.from({ length: 300 }, (_, index) => `Author ${index + 1}`)
  expect(shortAuthors(people.slice(0, 5))).toBe(people.slice(0, 5).join(', '))
  expect(shortAuthors(people.slice(0, 6))).toBe('Author 1, Author 2, Author 3 and 3 others')
  expect(shortAuthors(people)).toBe('Author 1, Author 2, Author 3 and 297 others')
})
