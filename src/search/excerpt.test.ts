import { expect, test } from 'vitest'
import { excerpt, type Piece, pieces } from './excerpt.ts'

// A result would not show why it was found.

const at = (text: string, ...words: string[]) =>
  words.map((word) => ({
    start: text.indexOf(word),
    end: text.indexOf(word) + word.length,
    means: word,
  }))
const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

test('a match is marked where it stands, one within another once', () => {
  const text = 'We use direct preference optimization, a loss.'
  expect(shown(pieces(text, at(text, 'direct preference optimization', 'preference')))).toBe(
    'We use [direct preference optimization], a loss.',
  )
})

test('the sentence with most different matches is shown, with ellipses where the text goes on', () => {
  const text = 'Ties are rare. We use v2.0 of DPO, a loss, e.g. with ties. Ties help. Ties hurt!'
  expect(shown(excerpt(text, at(text, 'Ties', 'DPO', 'ties')))).toBe(
    '… We use v2.0 of [DPO], a loss, e.g. with [ties]. …',
  )
})

test('a short text is shown whole, markup in it stays text', () => {
  expect(shown(excerpt('<b>x</b> &lt;', at('<b>x</b> &lt;', 'x')))).toBe('<b>[x]</b> &lt;')
})

test('no match shows nothing', () => {
  expect(excerpt('one two', [])).toEqual([])
})
