import { expect, test } from 'vitest'
import { excerpt, type Matcher, type Piece, pieces } from './excerpt.ts'

// A result would not show why it was found.

/** Finds some words in a text. */
const matcher =
  (...words: string[]): Matcher =>
  (text) =>
    [...text.matchAll(new RegExp(words.join('|'), 'g'))].map(({ 0: word, index }) => {
      return { start: index, end: index + word.length, means: word }
    })
const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

test('matches are marked, and nested matches only once', () => {
  const text = 'We use direct preference optimization, a loss.'
  const matches = ['direct preference optimization', 'preference'].flatMap((one) =>
    matcher(one)(text),
  )
  expect(shown(pieces(text, matches))).toBe('We use [direct preference optimization], a loss.')
})

test('the sentence with the most different matches is shown, with ellipses where text is cut', () => {
  const text =
    'Ties are ties, ties. We use v2.0 of DPO, a loss, e.g. with ties. Ties help. Ties hurt!'
  expect(shown(excerpt(text, matcher('ties', 'DPO')))).toBe(
    '… We use v2.0 of [DPO], a loss, e.g. with [ties]. …',
  )
})

test('a short text is shown whole and its markup as text; without a match nothing is shown', () => {
  expect(shown(excerpt('<b>x</b> &lt;', matcher('x')))).toBe('<b>[x]</b> &lt;')
  expect(excerpt('one two', matcher('three'))).toEqual([])
})
