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
/** The default folder for drawn cards. */
export const cardsCache = join(modules, '.cache', 'cards')

/**
 * Returns a function that draws a card as a PNG. Cards are cached in a folder, so that the next build draws only those that
 * changed.
 */
export function cardDrawer(
  cache = cardsCache,
): (card: Card) => Promise<{ png: Buffer; drawn: boolean }> {
  mkdirSync(cache, { recursive: true })
  const base = createHash('sha256').update(JSON.stringify(sharp.versions))
  for (const file of [import.meta.filename, roman, italic]) base.update(readFileSync(file))
  return async (card) => {
    const hash = base.copy().update(JSON.stringify(card)).digest('hex')
    const file = join(cache, `${hash.slice(0, 32)}.png`)
    if (existsSync(file)) return { png: readFileSync(file), drawn: false }
    const png = await drawCard(card)
    // The file is renamed into place, because two builds may share the cache.
    writeFileSync(`${file}.${process.pid}`, png)
    renameSync(`${file}.${process.pid}`, file)
    return { png, drawn: true }
  }
}

// Sharp's cache would not help, because every image is drawn only once.
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
const textWidth = width - 2 * margin

/** Raw pixels: red, green and blue, and in text also alpha. */
interface Picture {
  data: Buffer
  info: { width: number; height: number }
}

/** Draws the list's name, a hairline below it, and then the title, in the largest size that fits, and the notes. */
async function drawCard({ list, title, notes }: Card): Promise<Buffer> {
  const name = `<i>${span(colours.soft, 34, 0.98, shortened(list, 80))}</i>`
  const gap = '<span size="20pt"> </span>'
  const below = notes.map((note) => span(colours.soft, 34, 0.98, shortened(note, 240)))
  const bodies = titleSizes.map((size) =>
    [span(colours.ink, size, 0.86, shortened(title, 200)), gap, ...below].join('\n'),
  )
  const body = await textImage(bodies, roman, textWidth - indent, height - top - 50)
  const bodyTop = Math.max(top, Math.round((height + 80 - body.info.height) / 2))
  const card = canvases.pop() ?? Buffer.alloc(3 * width * height)
  card.fill(rgb(colours.paper))
  paintBar(card, colours.hair, 130, { width: textWidth, height: 2 })
  paintBar(card, colours.accent, bodyTop, { width: 5, height: body.info.height })
  paintText(card, await textImage([name], italic, textWidth, 40), margin, 79)
  paintText(card, body, margin + indent, bodyTop)
  const png = await sharp(card, { raw: { width, height, channels: 3 } })
    .png({ palette: true, dither: 0, colours: 16, effort: 1 })
    .toBuffer()
  canvases.push(card)
  return png
}

// They are used again, because two new megabytes for each card make V8 collect garbage five times more in a build.
const canvases: Buffer[] = []

const rgb = (colour: string) => Buffer.from(colour.slice(1), 'hex')

/** Paints a bar at the left margin. */
function paintBar(card: Buffer, colour: string, top: number, size: Picture['info']): void {
  for (let y = top; y < top + size.height; y++) {
    const start = 3 * (y * width + margin)
    card.fill(rgb(colour), start, start + 3 * size.width)
  }
}

/** Paints text. Compositing by sharp would take three times as long. */
function paintText(card: Buffer, { data, info }: Picture, left: number, top: number): void {
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const from = 4 * (y * info.width + x)
      const alpha = data[from + 3] ?? 0
      if (alpha === 0) continue
      // Five levels of opacity look like 255 and make the file a sixth smaller.
      const opacity = Math.round(alpha / 51) / 5
      const to = 3 * ((top + y) * width + left + x)
      for (let at = 0; at < 3; at++)
        card[to + at] = Math.round(
          (card[to + at] ?? 0) * (1 - opacity) + (data[from + at] ?? 0) * opacity,
        )
    }
}

/**
 * Draws text with lines of at most `width`, in the first of the given versions that is at most `height` high. If none is, the
 * last version is scaled down.
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

/** Writes text as Pango markup. @see https://docs.gtk.org/Pango/pango_markup.html */
function span(colour: string, size: number, lineHeight: number, text: string): string {
  return `<span foreground="${colour}" size="${size}pt" line_height="${lineHeight}">${xmlText(text)}</span>`
}

/** Shortens a text to whole words, with an ellipsis at the end. */
function shortened(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const kept = letters.slice(0, most).join('')
  return `${kept.replace(/[\s,;:.]*\s\S*$/u, '')} …`
}
