import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import { xmlText } from '../escaping.ts'
import { type Card, cardSize } from './card.ts'

const roman = join(import.meta.dirname, 'typeface', 'SourceSerif4-Regular.ttf')
const italic = join(import.meta.dirname, 'typeface', 'SourceSerif4-It.ttf')
const [modules = ''] = /^.*node_modules/.exec(createRequire(import.meta.url).resolve('sharp')) ?? []
/** Where drawn cards are kept, unless another folder is given. */
export const cardsCache = join(modules, '.cache', 'cards')

/**
 * A function that gives a card as PNG; it draws one at a time. It keeps what it draws in a folder, under
 * `node_modules/.cache` unless another is given, so that another build draws only what changed.
 */
export function cardDrawer(
  cache = cardsCache,
): (card: Card) => Promise<{ png: Buffer; drawn: boolean }> {
  mkdirSync(cache, { recursive: true })
  const means = createHash('sha256').update(JSON.stringify(sharp.versions))
  for (const file of [import.meta.filename, roman, italic]) means.update(readFileSync(file))
  return async (card) => {
    const hash = means.copy().update(JSON.stringify(card)).digest('hex')
    const file = join(cache, `${hash.slice(0, 32)}.png`)
    if (existsSync(file)) return { png: readFileSync(file), drawn: false }
    const png = await drawCard(card)
    // Renamed into place, because two builds may share the cache.
    writeFileSync(`${file}.${process.pid}`, png)
    renameSync(`${file}.${process.pid}`, file)
    return { png, drawn: true }
  }
}

// No part of a picture is asked for twice.
sharp.cache(false)

// In pixels.
const margin = 90
const indent = 32
const top = 170
const titleSizes = [76, 68, 60, 54, 48]
// The light colours of colours.css.
const colours = {
  paper: '#fffefb',
  ink: '#1f1c18',
  soft: '#5f594f',
  hair: '#ddd7cb',
  accent: '#9a2b1c',
}

const { width, height } = cardSize
const measure = width - 2 * margin

const rgb = (colour: string) => Buffer.from(colour.slice(1), 'hex')
// Of all cards, one after the other: with two megabytes for each, V8 would look for garbage again and again.
const card = Buffer.alloc(3 * width * height)

/** A picture in red, green, blue and, in text, alpha. */
interface Picture {
  data: Buffer
  info: { width: number; height: number }
}

/** The name of the list is the same on nearly all cards. */
const listNames = new Map<string, Promise<Picture>>()

function listName(list: string): Promise<Picture> {
  const text = `<i>${span(colours.soft, 34, 0.98, shortened(list, 80))}</i>`
  const image = listNames.get(list) ?? textImage([text], italic, measure, 40)
  listNames.set(list, image)
  return image
}

/** Draws the list's name above a hairline, and below it the title, as large as it has room, and the notes. */
async function drawCard({ list, title, notes }: Card): Promise<Buffer> {
  const gap = '<span size="20pt"> </span>'
  const below = notes.map((note) => span(colours.soft, 34, 0.98, shortened(note, 240)))
  const bodies = titleSizes.map((size) =>
    [span(colours.ink, size, 0.86, shortened(title, 200)), gap, ...below].join('\n'),
  )
  const body = await textImage(bodies, roman, measure - indent, height - top - 50)
  const bodyTop = Math.max(top, Math.round((height + 80 - body.info.height) / 2))
  const name = await listName(list)
  card.fill(rgb(colours.paper))
  paintBar(colours.hair, 130, { width: measure, height: 2 })
  paintBar(colours.accent, bodyTop, { width: 5, height: body.info.height })
  paintText(name, margin, 79)
  paintText(body, margin + indent, bodyTop)
  return sharp(card, { raw: { width, height, channels: 3 } })
    .png({ palette: true, dither: 0, colours: 16, effort: 1 })
    .toBuffer()
}

/** Paints a bar that begins at the left margin. */
function paintBar(colour: string, top: number, size: Picture['info']): void {
  for (let y = top; y < top + size.height; y++) {
    const start = 3 * (y * width + margin)
    card.fill(rgb(colour), start, start + 3 * size.width)
  }
}

/** Paints text, as sharp's compositing would in three times the time. */
function paintText({ data, info }: Picture, left: number, top: number): void {
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const from = 4 * (y * info.width + x)
      // Five shades of a letter's edge look like 255, and weigh a sixth less.
      const ink = Math.round((data[from + 3] ?? 0) / 51) / 5
      if (ink === 0) continue
      const to = 3 * ((top + y) * width + left + x)
      for (let at = 0; at < 3; at++)
        card[to + at] = Math.round((card[to + at] ?? 0) * (1 - ink) + (data[from + at] ?? 0) * ink)
    }
}

/**
 * Sets text in lines no wider than `width`: the first of the given versions that is no higher than `height`. Shrinks the
 * last version when none is.
 */
async function textImage(
  [text = '', ...smaller]: readonly string[],
  fontfile: string,
  width: number,
  height: number,
): Promise<Picture> {
  const font = 'Source Serif 4, 34'
  const image = sharp({ text: { text, font, fontfile, width, wrap: 'word-char', rgba: true } })
  if (smaller.length === 0) image.resize({ width, height, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (smaller.length > 0 && info.height > height) return textImage(smaller, fontfile, width, height)
  return { data, info }
}

/** Text as Pango's markup. @see https://docs.gtk.org/Pango/pango_markup.html */
function span(colour: string, size: number, lineHeight: number, text: string): string {
  return `<span foreground="${colour}" size="${size}pt" line_height="${lineHeight}">${xmlText(text)}</span>`
}

/** The whole words of a text that fit into a number of letters. A text that loses some ends in dots. */
function shortened(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const kept = letters.slice(0, most).join('')
  return `${kept.replace(/[\s,;:.]*\s\S*$/u, '')} …`
}
