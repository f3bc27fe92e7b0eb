import { expect, it } from 'vitest'
import { shortAuthors } from './authors.ts'

// Thirty-six names would push the next paper off the screen; a shortened list must say how many it leaves out.
it('shows all of a few authors, otherwise the first three and the number of the others', () => {
  const people = Array.from({ length: 300 }, (_, index) => `Author ${index + 1}`)
  expect(shortAuthors(people.slice(0, 5))).toBe(people.slice(0, 5).join(', '))
  expect(shortAuthors(people.slice(0, 6))).toBe('Author 1, Author 2, Author 3 and 3 others')
  expect(shortAuthors(people)).toBe('Author 1, Author 2, Author 3 and 297 others')
})
