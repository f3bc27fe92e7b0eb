import { expect, test } from 'vitest'
import { recoverBody } from './body.ts'
import { plainText } from './plain.ts'

// The first brace of an abstract would hide whatever is wrong behind it, or be taken for code.

test.each([
  ['braces and brackets', 'A { c <5 and <d e', 'A { c <5 and <d e', ['1:3', '1:7', '1:14']],
  ['a tag that is never closed', 'A\n\n<b>c', 'A\n\n<b>c', ['3:1']],
  ['a word that begins a statement', 'export your data', 'export your data', ['1:1']],
  ['what is sound', String.raw`A \{b} and c < d`, 'A {b} and c < d', []],
])(
  '%s: every sign is found, and the words are those that are written',
  (_what, text, words, at) => {
    const { body, faults } = recoverBody(text)
    expect(plainText(body)).toBe(words)
    expect(faults.map(({ line, column }) => `${line}:${column}`).sort()).toEqual([...at].sort())
  },
)

test('a link behind a brace keeps its address and its place', () => {
  const { body } = recoverBody('A { [b](https://example.org/{c)')
  const paragraph = body.children[0]
  const link = paragraph?.type === 'paragraph' ? paragraph.children[1] : undefined
  expect(link).toMatchObject({ type: 'link', url: 'https://example.org/{c' })
  expect(link?.position?.start.column).toBe(5)
})
