import { expect, inject, test } from 'vitest'
import { pageKinds } from './page-kinds.ts'

// A kind of page would be left out of what is held to access, weight and quiet.

test('every kind of page is known, with a real page for each', () => {
  const kinds = pageKinds(inject('siteFolder'))
  expect(Object.keys(kinds)).toEqual(
    expect.arrayContaining(
      'home papers papers/* topics topics/* tags tags/* search about 404'.split(' '),
    ),
  )
  expect(kinds['home']).toBe('')
  expect(kinds['404']).toBe('404.html')
  expect(kinds['papers']).toBe('papers/')
  expect(kinds['papers/*']).toMatch(/^papers\/[^/]+\/$/)
})
