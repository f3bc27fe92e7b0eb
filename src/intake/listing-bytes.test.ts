// A curator would be told nothing of a file that is broken or is no listing, and half of it would be on the site.
import { expect, it } from 'vitest'
import { listingText } from './listing-bytes.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const say = (data: Uint8Array) =>
  listingText('a.txt', data).findings.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  )
const give =
  'Write the path of a listing: titles and abstracts in turn, with blank lines between them.'

it('reads UTF-8 to the letter, with or without its mark', () => {
  expect(listingText('a.txt', bytes([0xef, 0xbb, 0xbf], 'Tïtle 𝛼\r\n'))).toEqual({
    text: 'Tïtle 𝛼\r\n',
    findings: [],
  })
})

it('names every line that is not UTF-8, and the first bad byte in it', () => {
  expect(say(bytes('A\n\ncaf', [0xe9], ' é\nfine\n', [0xf0, 0x9d], '\nend', [0x80]))).toEqual([
    '3:4 Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.',
    '5:1 Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.',
    '6:4 Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.',
  ])
})

it.each([
  [
    'UTF-16',
    bytes([0xff, 0xfe, 0x41, 0]),
    'Unexpected UTF-16, expected UTF-8. Write the file again as UTF-8 text.',
  ],
  [
    'an image',
    bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 0x0d], 'IHDR'),
    `Unexpected zero byte, expected a listing in text form. ${give}`,
  ],
  [
    'a page',
    bytes('\n<!DOCTYPE html>\n<title>x</title>'),
    'Unexpected file, expected a listing: it is an HTML page, which is not read here: save the BibTeX, RIS or CSV that the page offers.',
  ],
  [
    'JSON',
    bytes('[\n {"title": "x"}\n]'),
    'Unexpected JSON, expected a listing. Give the file the ending `.json`, by which it is read.',
  ],
  [
    'a program',
    bytes('const x = 1\n\n/** Words. */'),
    `Unexpected program or document, expected a listing. ${give}`,
  ],
  [
    'control characters',
    bytes('A\n\nb', [7], 'c.'),
    `Unexpected control character U+0007, expected a listing in text form. ${give}`,
  ],
])('refuses %s', (_name, data, message) => {
  expect(listingText('a.txt', data)).toEqual({
    text: '',
    findings: [expect.objectContaining({ path: 'a.txt', rule: 'listing', message })],
  })
})

it('takes a title in brackets and one with a tag-like word for what they are', () => {
  const text = '[Re] A Study\n\nWe study <ACTOR> tokens.\n\n<ACTOR Tokens\n\nMore.'
  expect(listingText('a.txt', bytes(text)).text).toBe(text)
})
