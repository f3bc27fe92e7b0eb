import { expect, test } from 'vitest'
import { authorName } from '../model/person.ts'
import { parseAuthorField, parseAuthors } from './names.ts'

// A paper would be cited under a wrong name, or without one of its authors.

test.each([
  ['Ada Example, Bo Sample, Cy Other, Dee Another', 'Ada Example|Bo Sample|Cy Other|Dee Another'],
  ['A B, C D, E F and G H', 'A B|C D|E F|G H'],
  ['Ada Example, OpenAI, Bo Sample', 'Ada Example|OpenAI|Bo Sample'],
  [
    'OpenAI\nCenter for Trust and Safety\nJane Doe and Bo Sample',
    'OpenAI|Center for Trust and Safety|Jane Doe|Bo Sample',
  ],
  ['Doe, Jane and\n Roe, John and ', 'Jane Doe|John Roe'],
  ['Doe, Jane; Bo Sample', 'Jane Doe|Bo Sample'],
  ['Sample, Bo, Jr.', 'Bo Sample Jr.'],
  ['Sample, Jr., Bo', 'Bo Sample Jr.'],
  ['van der Lee, Chris', 'Chris van der Lee'],
  ['{Barnes and Noble} and {\\"O}zt{\\"u}rk, {\\c C}a{\\u g}la', 'Barnes and Noble|Çağla Öztürk'],
  [
    "\\L{}ukasz Kaiser and \\'Alvaro Garc\\'\\i a and Mu&ntilde;oz, Ana",
    'Łukasz Kaiser|Álvaro García|Ana Muñoz',
  ],
  ['张三, 李四', '张三|李四'],
  ['Ada Example*, Bo Sample †, Cy Other²', 'Ada Example|Bo Sample|Cy Other'],
])('%j', (text, names) => {
  expect(parseAuthors(text).names.map(authorName).join('|')).toBe(names)
})

const ambiguous = 'does not show where one name ends and the next begins'
test.each([
  ['Jane Doe et al.', 'leaves some authors out'],
  ['N/A', 'is not a name'],
  ['Ada Example, Bo Sample', ambiguous],
  ['Doe, Jane, Roe, John', ambiguous],
  ['Ada Example, Bo Sample and Madonna', ambiguous],
  ['Ada Example\nBo Sample and Madonna', ambiguous],
  ['Ada Example1, Bo Sample2, Cy Other1', 'has a part that is not a name'],
])('%j is not guessed', (text, problem) => {
  expect(parseAuthors(text)).toEqual({ names: [], problem })
})

test('in BibTeX, "and" always separates two names', () => {
  const { names } = parseAuthors('Gheshlaghi Azar, Mohammad and 张, 三 and Jane Doe', true)
  expect(names).toEqual([{ family: 'Gheshlaghi Azar', given: 'Mohammad' }, '张 三', 'Jane Doe'])
  expect(parseAuthors('A B, C D, E F and G H', true).names).toEqual(['A B', 'C D', 'E F', 'G H'])
  expect(parseAuthors('A Team with a Long\n Name', true).names).toEqual(['A Team with a Long Name'])
  expect(parseAuthors('A B, C D and E F', true).problem).toBe(ambiguous)
})

test('family names in a file are kept, and values that are not names are reported', () => {
  const value = [
    { family: '张', given: '三' },
    { family: 'Gheshlaghi Azar', given: 'Mohammad' },
    { given: 'Laurens', 'non-dropping-particle': 'van der', family: 'Maaten' },
    { literal: 'OpenAI' },
    'Roe, John',
  ]
  expect(parseAuthorField(value).names).toEqual([
    '张 三',
    { family: 'Gheshlaghi Azar', given: 'Mohammad' },
    'Laurens van der Maaten',
    'OpenAI',
    'John Roe',
  ])
  expect(parseAuthorField([{ affiliation: 'x' }]).problem).toBe('is not a name')
  expect(parseAuthorField([['Ada', 'Example']]).problem).toBe('is not a name')
  expect(parseAuthorField(['Gheshlaghi Azar, Mohammad Reza'], true).problem).toBeUndefined()
})
