import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Blob, Face, Font, Buffer as Run, shape } from 'harfbuzzjs'
import { decompress } from 'wawoff2'

/** A line of text as outlines. */
export interface SetLine {
  /** Groups of paths whose baseline is at 0 and whose first letter begins at 0, in CSS pixels. */
  svg: string
  /** In CSS pixels. */
  width: number
}

/** Sets a line of text in a size of CSS pixels. What the face has no letters for is left out. */
export type Typeface = (text: string, size: number) => SetLine

interface Cut {
  font: Font
  unitsPerEm: number
  has: ReadonlySet<number>
}

async function cutOf(name: string): Promise<Cut> {
  const packed = readFileSync(join('src', 'styles', 'fonts', `${name}.woff2`))
  const face = new Face(new Blob(Uint8Array.from(await decompress(packed))))
  return { font: new Font(face), unitsPerEm: face.upem, has: new Set(face.collectUnicodes()) }
}

/** A typeface from cuts of one design, each for what those before it don't have; with kerning and ligatures. */
export async function loadTypeface(...names: string[]): Promise<Typeface> {
  const cuts: Cut[] = []
  // One after the other: the unpacker has one memory.
  for (const name of names) cuts.push(await cutOf(name))
  return (text, size) => {
    let width = 0
    let svg = ''
    for (const { cut, text: part } of partsOf(text.normalize('NFC'), cuts)) {
      const scale = size / cut.unitsPerEm
      const run = new Run()
      run.addText(part)
      run.guessSegmentProperties()
      shape(cut.font, run)
      let pen = 0
      let paths = ''
      for (const {
        codepoint,
        xAdvance = 0,
        xOffset = 0,
        yOffset = 0,
      } of run.getGlyphInfosAndPositions()) {
        const path = cut.font.glyphToPath(codepoint)
        if (path) paths += `<path transform="translate(${pen + xOffset} ${yOffset})" d="${path}"/>`
        pen += xAdvance
      }
      svg += `<g transform="translate(${width.toFixed(2)}) scale(${scale} ${-scale})">${paths}</g>`
      width += pen * scale
    }
    return { svg, width }
  }
}

/** Cuts a text where another cut of the typeface has to take over. */
function partsOf(text: string, cuts: readonly Cut[]): { cut: Cut; text: string }[] {
  const parts: { cut: Cut; text: string }[] = []
  for (const letter of text) {
    const cut = cuts.find(({ has }) => has.has(letter.codePointAt(0) ?? 0))
    const last = parts.at(-1)
    if (cut && last?.cut === cut) last.text += letter
    else if (cut) parts.push({ cut, text: letter })
  }
  return parts
}
