import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Card } from './card.ts'
import { cardSvg } from './card-svg.ts'
import { loadTypeface } from './typeface.ts'

const [modules = ''] = /^.*node_modules/.exec(createRequire(import.meta.url).resolve('sharp')) ?? []
const usualCache = join(modules, '.cache', 'cards')

/**
 * A function that gives a card as PNG. What it draws it keeps in a folder, under `node_modules/.cache` unless another is
 * given, by its content, so that another build draws only what changed. Fonts are read from below the project's root.
 */
export async function cardDrawer(
  cache = usualCache,
): Promise<(card: Card) => Promise<{ png: Buffer; drawn: boolean }>> {
  const roman = await loadTypeface('roman', 'roman-extended')
  const italic = await loadTypeface('italic', 'italic-latin1', 'roman', 'roman-extended')
  mkdirSync(cache, { recursive: true })
  return async (card) => {
    const svg = cardSvg(card, roman, italic)
    const hash = createHash('sha256').update(`${sharp.versions.sharp}\n${svg}`).digest('hex')
    const file = join(cache, `${hash.slice(0, 32)}.png`)
    if (existsSync(file)) return { png: readFileSync(file), drawn: false }
    const png = await sharp(Buffer.from(svg))
      .png({ palette: true, colours: 24, effort: 4 })
      .toBuffer()
    // Renamed into place, because two builds may share the cache.
    writeFileSync(`${file}.${process.pid}`, png)
    renameSync(`${file}.${process.pid}`, file)
    return { png, drawn: true }
  }
}
