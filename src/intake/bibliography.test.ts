// A paper would get another one's authors, or a broken address.
import { expect, it } from 'vitest'
import { parseBibliography } from './bibliography.ts'

const say = (text: string) =>
  parseBibliography('b.json', text).findings.map(({ line, message }) => `${line} ${message}`)

it('finds a paper by any of its titles, regardless of spelling details', () => {
  const first = { title: 'ALR$^2$: A Framework', alsoTitled: ['An Earlier Name'] }
  const other = { title: 'Other', alsoTitled: ['ALR2 — a framework'] }
  const { items, find } = parseBibliography('b.json', JSON.stringify([first, other]))
  expect(find('ALR²: a framework!')).toBe(items[0])
  expect(find('An earlier  name')).toBe(items[0])
  expect(find('Unknown')).toBeUndefined()
})

it('reports every error with its line', () => {
  const text = `[
  {"title": "A", "published": "2024-13", "code": "javascript:alert(1)"},
  {"title": "B", "arxiv": "none", "authors": ["X", ""]},
  {"name": "C"}
]`
  expect(say(text)).toEqual([
    "2 Unexpected value of `published` in item 1, expected a day (`2024-10-04`), a month (`2024-10`) or a year (`2024`). Write the value as the paper's source has it.",
    "2 Unexpected value of `code` in item 1, expected an address that begins with `https://`. Write the value as the paper's source has it.",
    "3 Unexpected value of `arxiv` in item 2, expected an arXiv identifier. Write the value as the paper's source has it.",
    "3 Unexpected value of `authors.1` in item 2, expected one line. Write the value as the paper's source has it.",
    "1 Unexpected value of `title` in item 3, expected string, received undefined. Write the value as the paper's source has it.",
  ])
})

it.each([
  [
    '{"title": "A"}',
    "1 Unexpected value, expected array, received object. Write the value as the paper's source has it.",
  ],
  [
    '[',
    '1 Unexpected text (Unexpected end of JSON input), expected JSON. Write a list of papers in JSON.',
  ],
  [
    '[{"title": "A b"},\n{"title": "a B"}]',
    '2 Unexpected second item `a B`, expected each paper once. Delete one of the two items.',
  ],
])('refuses %s', (text, message) => expect(say(text)).toEqual([message]))
