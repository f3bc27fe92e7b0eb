// A curator would be told nothing of a file that is broken or is no listing, and half of it would be on the site.
import { expect, it } from 'vitest'
import { listingText } from './listing-bytes.ts'

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const say = (data: Uint8Array) =>
  listingText('a.txt', data).findings.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  )

it('reads UTF-8 to the letter, with or without its mark', () => {
  expect(listingText('a.txt', bytes([0xef, 0xbb, 0xbf], 'Tïtle 𝛼\r\n'))).toEqual({
    text: 'Tïtle 𝛼\r\n',
    findings: [],
  })
})

it('names the first byte that is not UTF-8', () => {
  expect(say(bytes('A\n\ncaf', [0xe9], ' é\nfine\n', [0xf0, 0x9d]))).toEqual([
    '3:4 Unexpected byte, expected UTF-8. Write the file again as UTF-8 text.',
  ])
})

it.each([
  ['UTF-16', bytes([0xff, 0xfe, 0x41, 0])],
  ['zero byte', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 0x0d], 'IHDR')],
  ['file, expected a listing: it is an HTML page', bytes('\n<!DOCTYPE html>\n<title>x</title>')],
  ['JSON', bytes('[\n {"title": "x"}\n]')],
  ['program or document', bytes('const x = 1\n\n/** Words. */')],
  ['control character U+0007', bytes('A\n\nb', [7], 'c.')],
])('refuses %s', (what, data) => {
  const { text, findings } = listingText('a.txt', data)
  expect(text).toBe('')
  expect(findings).toEqual([
    expect.objectContaining({ message: expect.stringContaining(`Unexpected ${what}`) }),
  ])
})

it('takes a title in brackets and one with a tag-like word for what they are', () => {
  const text = '[Re] A Study\n\nWe study <ACTOR> tokens.\n\n<ACTOR Tokens\n\nMore.'
  expect(listingText('a.txt', bytes(text)).text).toBe(text)
})
