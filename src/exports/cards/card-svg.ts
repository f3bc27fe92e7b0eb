import { type Card, cardSize } from './card.ts'
import type { Typeface } from './typeface.ts'

const margin = 90
const measure = cardSize.width - 2 * margin
// The light colours of colours.css.
const colours = {
  paper: '#fffefb',
  ink: '#1f1c18',
  soft: '#5f594f',
  hair: '#ddd7cb',
  accent: '#9a2b1c',
}

/** A card as SVG, all letters as outlines. */
export function cardSvg(card: Card, roman: Typeface, italic: Typeface): string {
  const title = fitted(card.title, roman)
  const notes = card.notes.flatMap((note) => shortened(broken(note, roman, 34), 2))
  const lead = title.size * 1.18
  const height = title.lines.length * lead + 28 + notes.length * 46
  const top = Math.max(170, (cardSize.height + 80 - height) / 2)
  const lines = [
    line(italic(card.list, 34).svg, margin, 105, colours.soft),
    ...title.lines.map((text, place) =>
      line(
        roman(text, title.size).svg,
        margin + 32,
        top + title.size * 0.8 + place * lead,
        colours.ink,
      ),
    ),
    ...notes.map((text, place) =>
      line(
        roman(text, 34).svg,
        margin + 32,
        top + title.lines.length * lead + 50 + place * 46,
        colours.soft,
      ),
    ),
  ]
  const { width, height: whole } = cardSize
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}">`,
    `<rect width="${width}" height="${whole}" fill="${colours.paper}"/>`,
    `<rect x="${margin}" y="130" width="${measure}" height="2" fill="${colours.hair}"/>`,
    `<rect x="${margin}" y="${top.toFixed(2)}" width="5" height="${height.toFixed(2)}" fill="${colours.accent}"/>`,
    ...lines,
    '</svg>',
  ].join('')
}

function line(svg: string, x: number, y: number, colour: string): string {
  return `<g transform="translate(${x} ${y.toFixed(2)})" fill="${colour}">${svg}</g>`
}

/** The largest size in which a title has at most four lines; a longer one ends in dots. */
function fitted(title: string, face: Typeface): { size: number; lines: string[] } {
  for (const size of [76, 68, 60, 54]) {
    const lines = broken(title, face, size)
    if (lines.length <= (size > 60 ? 3 : 4)) return { size, lines }
  }
  const size = 48
  return { size, lines: shortened(broken(title, face, size), 4) }
}

/** The first lines of a text; when there are more of them, the last one ends in dots. */
function shortened(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines]
  const last = lines[most - 1]?.replace(/[\s,;:.]*\s\S+$/u, '') ?? ''
  return [...lines.slice(0, most - 1), `${last} …`]
}

/** A text in lines no wider than the measure. */
function broken(text: string, face: Typeface, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/u)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.length > 0 && face(longer, size).width <= measure - 32)
      lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
