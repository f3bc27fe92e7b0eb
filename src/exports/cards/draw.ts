import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'
import sharp from 'sharp'
import { xmlText } from '../escaping.ts'
import { type Card, cardSize } from './card.ts'

const roman = join(import.meta.dirname, 'typeface', 'SourceSerif4-Regular.ttf')
const italic = join(import.meta.dirname, 'typeface', 'SourceSerif4-It.ttf')
const [modules = ''] = /^.*node_modules/.exec(createRequire(import.meta.url).resolve('sharp')) ?? []
/** Where drawn cards are kept, unless another folder is given. */
export const cardsCache = join(modules, '.cache', 'cards')

/**
 * A function that gives a card as PNG. It keeps what it draws in a folder, under `node_modules/.cache` unless another is
 * given, so that another build draws only what changed.
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

/** Five shades of a letter's edge look like 255, and weigh a sixth less. */
const shades = 5
const palette = [
  colours.paper,
  colours.hair,
  colours.accent,
  ...[colours.ink, colours.soft].flatMap((colour) =>
    Array.from({ length: shades }, (_, nth) => mixed(colours.paper, colour, (nth + 1) / shades)),
  ),
]
const [paper, hair, accent, ink, soft] = [0, 1, 2, 3, 3 + shades] as const

/** Draws the list's name above a hairline, and below it the title, as large as it has room, and the notes. */
async function drawCard({ list, title, notes }: Card): Promise<Buffer> {
  const { width, height } = cardSize
  const measure = width - 2 * margin
  const listName = `<i>${span(colours.soft, 34, 0.98, shortened(list, 80))}</i>`
  const name = await textImage([listName], italic, measure, 40)
  const gap = '<span size="20pt"> </span>'
  const below = notes.map((note) => span(colours.soft, 34, 0.98, shortened(note, 240)))
  const bodies = titleSizes.map((size) =>
    [span(colours.ink, size, 0.86, shortened(title, 200)), gap, ...below].join('\n'),
  )
  const body = await textImage(bodies, roman, measure - indent, height - top - 50)
  const bodyTop = Math.max(top, Math.round((height + 80 - body.info.height) / 2))
  const pixels = new Uint8Array(width * height).fill(paper)
  const fill = (colour: number, left: number, top: number, wide: number, high: number) => {
    for (let y = top; y < top + high; y++)
      pixels.fill(colour, y * width + left, y * width + left + wide)
  }
  const set = ({ data, info }: TextImage, left: number, top: number) => {
    const points = new Uint32Array(data.buffer, data.byteOffset, data.length / 4)
    for (let at = 0; at < points.length; at++) {
      const point = points[at] ?? 0
      const shade = Math.round(((point >>> 24) * shades) / 255)
      if (shade === 0) continue
      const y = Math.floor(at / info.width)
      const place = (top + y) * width + left + at - y * info.width
      pixels[place] = ((point & 255) < 64 ? ink : soft) + shade - 1
    }
  }
  fill(hair, margin, 130, measure, 2)
  fill(accent, margin, bodyTop, 5, body.info.height)
  set(name, margin, 79)
  set(body, margin + indent, bodyTop)
  return pngOf(pixels, width, palette)
}

type TextImage = Awaited<ReturnType<typeof textImage>>

/**
 * Sets text in lines no wider than `width`: the first of the given versions that is no higher than `height`. Shrinks the
 * last version when none is.
 */
async function textImage(
  [text = '', ...smaller]: readonly string[],
  fontfile: string,
  width: number,
  height: number,
): Promise<{ data: Buffer; info: { width: number; height: number } }> {
  const font = 'Source Serif 4, 34'
  const image = sharp({ text: { text, font, fontfile, width, wrap: 'word-char', rgba: true } })
  const isHigher = (await image.metadata()).height > height
  if (isHigher && smaller.length > 0) return textImage(smaller, fontfile, width, height)
  if (isHigher) image.resize({ width, height, fit: 'inside' })
  return image.raw().toBuffer({ resolveWithObject: true })
}

/** A colour between two others, `#` and six digits, at a share of the way. */
function mixed(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const between = (at: number) =>
    Math.round(channel(from, at) * (1 - share) + channel(to, at) * share)
  return `#${[1, 3, 5].map((at) => between(at).toString(16).padStart(2, '0')).join('')}`
}

/**
 * Pixels as PNG, each a place in a palette of at most sixteen colours. The width is even.
 * @see https://www.w3.org/TR/png-3/
 */
async function pngOf(pixels: Uint8Array, width: number, palette: readonly string[]) {
  const height = pixels.length / width
  // Each line begins with how it is to be read, here as it is; two pixels make a byte.
  const lines = Buffer.alloc(height * (1 + width / 2))
  for (let y = 0, to = 0; y < height; y++) {
    to++
    for (let x = y * width; x < (y + 1) * width; x += 2)
      lines[to++] = ((pixels[x] ?? 0) << 4) | (pixels[x + 1] ?? 0)
  }
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    return [bigEndian(data.length), named, bigEndian(crc32(named))]
  }
  const indexed = [4, 3, 0, 0, 0]
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...chunk('IHDR', Buffer.concat([bigEndian(width), bigEndian(height), Buffer.from(indexed)])),
    ...chunk('PLTE', Buffer.from(palette.join('').replaceAll('#', ''), 'hex')),
    ...chunk('IDAT', await promisify(deflate)(lines)),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

function bigEndian(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(number)
  return bytes
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
