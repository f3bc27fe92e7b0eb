import unicode from '@citation-js/plugin-bibtex/lib-mjs/input/unicode.json' with { type: 'json' }
import { decodeEntities } from './escapes.ts'
import { mathmlOf } from './math.ts'

/** Symbols that neither citation-js nor Temml renders as people write them in running text. */
const otherSymbols: Readonly<Record<string, string>> = {
  cdot: '·',
  deg: '°',
  degree: '°',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
}

const named = new Map<string, string | null>(Object.entries(unicode.commands))
const isLetter = (text: string) => /^\p{Letter}$/u.test(text)

/** Commands that write a letter. Their names are so short that authors also use them for macros. */
const letters = new Map([
  ...[...named].filter(([name, shown]) => name.length < 3 && isLetter(shown ?? '')),
  ['aa', 'å'],
  ['AA', 'Å'],
])

/** The letter that a command writes: `ß` for `ss`; undefined if there is none. */
export function letterOf(name: string): string | undefined {
  return letters.get(name) ?? undefined
}

const symbols = new Map<string, string | undefined>()

/**
 * The symbol that a command writes: `×` for `times`. Undefined for letters, for words such as `\log`, and for unknown commands.
 * Symbols of text come from citation-js, those of mathematics from Temml.
 */
export function symbolOf(name: string): string | undefined {
  if (!symbols.has(name))
    symbols.set(
      name,
      otherSymbols[name] ?? named.get(name) ?? mathSymbol(name.replace(/^text(?=.)/, '')),
    )
  return letters.has(name) ? undefined : symbols.get(name)
}

function mathSymbol(name: string): string | undefined {
  // Single letters such as `\R` are usually the authors' own macros, except for the paragraph and the section sign.
  if (name.length === 1 && !/[PS]/.test(name)) return undefined
  const symbol = decodeEntities((mathmlOf(`\\${name}`) ?? '').replace(/<[^>]*>/g, ''))
  return /^[^a-z\d\s]$/iu.test(symbol) ? symbol : undefined
}

// citation-js has another combining character for `\b`, with which Unicode has no letters.
const marks = new Map(Object.entries({ ...unicode.diacritics, b: '\u0331' }))

/** Whether a command writes an accent: `'`, `v`, `textcommabelow`. */
export function isAccent(name: string): boolean {
  return marks.has(name)
}

/** A letter with an accent: `é` for `'` and `e`; undefined if Unicode has no such letter. */
export function accented(accent: string, base: string): string | undefined {
  const mark = marks.get(accent)
  const bare = base === '\\i' || base === 'ı' ? 'i' : base === '\\j' || base === 'ȷ' ? 'j' : base
  const letter = isLetter(bare) && mark ? (bare + mark).normalize('NFC') : ''
  return isLetter(letter) ? letter : undefined
}

const superscripts = new Map(
  [...'0123456789+-−ni'].map((c, at) => [c, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿⁱ'][at] ?? '']),
)
const subscripts = new Map([...'0123456789+-−'].map((c, at) => [c, [...'₀₁₂₃₄₅₆₇₈₉₊₋₋'][at] ?? '']))

/** Maps every character of a text; undefined if one is missing in the table. */
function mapAll(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const mapped = [...text].map((c) => table.get(c))
  return text && mapped.every((c) => c !== undefined) ? mapped.join('') : undefined
}

/** An exponent in Unicode's superscripts: `⁻²` for `-2`; undefined if Unicode lacks one of them. */
export function superscript(exponent: string): string | undefined {
  if (exponent === '\\circ' || exponent === '∘') return '°'
  return mapAll(exponent, superscripts)
}

/** An index in Unicode's subscripts: `₀` for `0`; undefined if Unicode lacks one of them. */
export function subscript(index: string): string | undefined {
  return mapAll(index, subscripts)
}
