import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { paperCardPath } from './card.ts'
import { cardDrawer } from './draw.ts'

// Text could run off a card, or an unusual title could stop the build.

const cache = mkdtempSync(join(tmpdir(), 'cards-'))
afterAll(() => rmSync(cache, { recursive: true }))
const draw = cardDrawer(cache)
const card = {
  path: 'cards/papers/x.png',
  list: 'Reading List',
  title: 'A title',
  notes: ['Jürgen Müller'],
}
const pngOf = async (facts: Partial<typeof card>) => (await draw({ ...card, ...facts })).png

/** Whether an area of a card, in pixels, has only one colour. */
async function blank(png: Buffer, left: number, top: number, width: number, height: number) {
  const part = await sharp(png).extract({ left, top, width, height }).png().toBuffer()
  const { channels } = await sharp(part).stats()
  return channels.every(({ min, max }) => min === max)
}

test.each([
  ['long', 'Aligning language models with what people want '.repeat(30)],
  ['one endless word', 'W'.repeat(3000)],
  ['characters that the typeface lacks', '大型语言模型的对齐'.repeat(60)],
])('text stays within its area: %s', async (_, text) => {
  const png = await pngOf({ list: text, title: text, notes: [text, text] })
  expect(await blank(png, 90, 70, 1020, 50), 'the name of the list').toBe(false)
  expect(await blank(png, 122, 170, 988, 410), 'the title').toBe(false)
  for (const [name, ...[left, top, width, height]] of [
    ['the left margin', 0, 0, 90, 630],
    ['the right margin', 1115, 0, 85, 630],
    ['the top margin', 0, 0, 1200, 70],
    ['the bottom margin', 0, 585, 1200, 45],
    ['above the hairline', 0, 121, 1200, 9],
    ['below the hairline', 0, 132, 1200, 36],
    ['beside the bar', 96, 170, 24, 410],
  ] as const)
    expect(await blank(png, left, top, width, height), name).toBe(true)
})

test('markup in a title is escaped', async () => {
  const plain = await pngOf({ title: 'A title' })
  for (const title of ['<b>A title</b>', 'A &amp; title', 'A < title', 'A title</span>'])
    expect(await pngOf({ title })).not.toEqual(plain)
  expect(await pngOf({ title: 'A\u0000 title\u0001' })).toEqual(plain)
})

test('a drawn card is cached, and is byte-identical when drawn again', async () => {
  const first = await draw({ ...card, title: 'Once' })
  const again = await cardDrawer(cache)({ ...card, title: 'Once' })
  expect([first.drawn, again.drawn]).toEqual([true, false])
  expect(again.png.equals(first.png)).toBe(true)
  const anew = mkdtempSync(join(cache, 'anew-'))
  expect((await cardDrawer(anew)({ ...card, title: 'Once' })).png.equals(first.png)).toBe(true)
})

test('in a long list, a paper has the card of its topic', () => {
  const paper = { id: 'x', topics: ['safety'] }
  expect(paperCardPath(paper, 98)).toBe('/cards/papers/x.png')
  expect(paperCardPath(paper, 10_000)).toBe('/cards/topics/safety.png')
  expect(paperCardPath({ id: 'x' }, 10_000)).toBe('/cards/site.png')
})
