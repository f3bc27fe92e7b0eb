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

test('the stretch with most different matches is shown, with ellipses where the text goes on', () => {
  const text = Array.from({ length: 100 }, (_, word) => `w${word}`).join(' ')
  expect(shown(excerpt(text, at(text, 'w2 ', 'w50', 'w52'), 60))).toBe(
    '… w40 w41 w42 w43 w44 w45 w46 w47 w48 w49 [w50] w51 [w52] w53 w54 w55 …',
  )
})

test('a short text is shown whole, markup in it stays text', () => {
  expect(shown(excerpt('<b>x</b> &lt;', at('<b>x</b> &lt;', 'x')))).toBe('<b>[x]</b> &lt;')
})

test('no match shows nothing', () => {
  expect(excerpt('one two', [])).toEqual([])
})
