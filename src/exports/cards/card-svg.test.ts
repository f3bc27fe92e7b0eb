import { expect, test } from 'vitest'
import { paperCardPath } from './card.ts'
import { cardSvg } from './card-svg.ts'
import { cardDrawer } from './draw.ts'
import { loadTypeface } from './typeface.ts'

// A shared address would show a picture with words that run out of it, or with boxes for letters.

const roman = await loadTypeface('roman', 'roman-extended')
const italic = await loadTypeface('italic', 'italic-latin1', 'roman', 'roman-extended')
const card = {
  path: 'cards/papers/x.png',
  list: 'Reading List',
  title: 'A title',
  notes: ['Jürgen Müller'],
}
const linesOf = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(\S+ \S+\)" fill/g)].length

test('a letter that the typeface lacks leaves no mark and takes no room', () => {
  expect(roman('山', 40)).toEqual({ svg: '', width: 0 })
  expect(roman('a山b', 40).width).toBeCloseTo(roman('a', 40).width + roman('b', 40).width)
  expect(roman('Šimić', 40).width).toBeGreaterThan(roman('Simi', 40).width)
})

test('pairs of letters are kerned', () => {
  expect(roman('AV', 40).width).toBeLessThan(roman('A', 40).width + roman('V', 40).width)
})

test('a title of any length has at most four lines', () => {
  expect(linesOf(cardSvg(card, roman, italic))).toBe(3)
  const long = { ...card, title: 'Aligning language models with what people want '.repeat(30) }
  expect(linesOf(cardSvg(long, roman, italic))).toBe(6)
})

test('a card that was drawn once is not drawn again, and is the same to the byte', async () => {
  const draw = await cardDrawer()
  const first = await draw(card)
  const again = await (await cardDrawer())(card)
  expect(again.drawn).toBe(false)
  expect(again.png.equals(first.png)).toBe(true)
})

test('in a long list a paper has the card of its topic', () => {
  const paper = { id: 'x', topics: ['safety'] }
  expect(paperCardPath(paper, 98)).toBe('/cards/papers/x.png')
  expect(paperCardPath(paper, 10_000)).toBe('/cards/topics/safety.png')
  expect(paperCardPath({ id: 'x' }, 10_000)).toBe('/cards/site.png')
})
