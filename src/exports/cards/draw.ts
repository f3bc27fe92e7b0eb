import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp, { type Raw } from 'sharp'
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
  const bodyTop = Math.max(top, Math.round((height + 80 - body.raw.height) / 2))
  const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="${colours.paper}"/>
    <rect x="${margin}" y="130" width="${measure}" height="2" fill="${colours.hair}"/>
    <rect x="${margin}" y="${bodyTop}" width="5" height="${body.raw.height}" fill="${colours.accent}"/>
  </svg>`
  return sharp(Buffer.from(ground))
    .composite([
      { ...name, left: margin, top: 79 },
      { ...body, left: margin + indent, top: bodyTop },
    ])
    .png({ palette: true, dither: 0, colours: 16, effort: 1 })
    .toBuffer()
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
): Promise<{ input: Buffer; raw: Raw }> {
  const font = 'Source Serif 4, 34'
  const image = sharp({ text: { text, font, fontfile, width, wrap: 'word-char', rgba: true } })
  if (smaller.length === 0) image.resize({ width, height, fit: 'inside', withoutEnlargement: true })
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  if (smaller.length > 0 && info.height > height) return textImage(smaller, fontfile, width, height)
  // Five shades of a letter's edge look like 255, and weigh a sixth less.
  for (let at = 3; at < data.length; at += 4) data[at] = Math.round((data[at] ?? 0) / 51) * 51
  return { input: data, raw: info }
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
