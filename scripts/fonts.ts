import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

// What this writes is committed, so that a build needs neither this command nor the packages it reads. Run
// `node scripts/fonts.ts` again after changing a cut or a package's version, and keep the ranges in fonts.css the same.
const source = 'node_modules/@fontsource-variable/source-serif-4'
const folder = 'src/styles/fonts'

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join(
    '',
  )

const ascii = range(0x20, 0x7e)
const latin1 = range(0xa0, 0xff)
const punctuation = '\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2022\u2026\u2032\u2212'

// An italic with letters beyond ASCII is rare (a venue, an emphasis), so that those come in a file of their own.
const cuts = [
  { name: 'roman', from: 'latin-opsz-normal', text: ascii + latin1 + punctuation },
  {
    name: 'roman-extended',
    from: 'latin-ext-opsz-normal',
    text: range(0x100, 0x17f) + range(0x218, 0x21b),
  },
  { name: 'italic', from: 'latin-opsz-italic', text: ascii + punctuation },
  { name: 'italic-latin1', from: 'latin-opsz-italic', text: latin1 },
]

mkdirSync(folder, { recursive: true })
const licence = readFileSync(join(source, 'LICENSE'), 'utf8').replace(
  /^.*\n/,
  "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.\n",
)
writeFileSync(join(folder, 'OFL.txt'), licence)
const keepFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'pnum', 'tnum']

for (const { name, from, text } of cuts) {
  const whole = readFileSync(join(source, 'files', `source-serif-4-${from}.woff2`))
  // One weight, and the optical size of running text, instead of axes that would double the file.
  const variationAxes = { opsz: 16, wght: 400 }
  const options = { keepFeatures, noHinting: true }
  const cut = await subsetFont(whole, text, { ...options, variationAxes, targetFormat: 'sfnt' })
  const font = await subsetFont(renamed(cut), text, { ...options, targetFormat: 'woff2' })
  writeFileSync(join(folder, `${name}.woff2`), font)
  process.stdout.write(`${name}.woff2 ${font.length} bytes\n`)
}

/** The licence reserves the original's name, which a changed font may not carry; names of equal length keep every offset. */
function renamed(font: Buffer): Buffer {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le').swap16().toString('latin1')
  const bytes = font
    .toString('latin1')
    .replaceAll(utf16('Source Serif 4'), utf16('Readings Serif'))
    .replaceAll(utf16('SourceSerif4'), utf16('ReadingSerif'))
  return Buffer.from(bytes, 'latin1')
}
