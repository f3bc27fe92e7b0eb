import unicode from '@citation-js/plugin-bibtex/lib-mjs/input/unicode.json' with { type: 'json' }
import { decodeEntities } from './escapes.ts'
import { mathmlOf } from './math.ts'

/** What neither citation-js nor Temml shows as people write it in running text. */
const others: Readonly<Record<string, string>> = {
  cdot: '·',
  deg: '°',
  degree: '°',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
}

const named = new Map<string, string | null>(Object.entries(unicode.commands))
const isLetter = (text: string) => /^\p{Letter}$/u.test(text)

/** Letters that TeX has a command for. The names are so short that authors use them for macros too. */
const letters = new Map([
  ...[...named].filter(([name, shown]) => name.length < 3 && isLetter(shown ?? '')),
  ['aa', 'å'],
  ['AA', 'Å'],
])

/** The letter that a command of one or two letters stands for: `ss` is `ß`. */
export function letterOf(name: string): string | undefined {
  return letters.get(name) ?? undefined
}

const known = new Map<string, string | undefined>()

/**
 * The symbol that a command stands for: `times` is `×`. Undefined for letters, for words such as `\log`, and for what is
 * not TeX's own. The tables are those of citation-js for text and of Temml for mathematics.
 */
export function symbolOf(name: string): string | undefined {
  if (!known.has(name))
    known.set(name, others[name] ?? named.get(name) ?? mathSymbol(name.replace(/^text(?=.)/, '')))
  return letters.has(name) ? undefined : known.get(name)
}

function mathSymbol(name: string): string | undefined {
  // Authors call their own macros by single letters, `\R`. Nobody does so with the paragraph sign and the section sign.
  if (name.length === 1 && !/[PS]/.test(name)) return undefined
  const shown = decodeEntities((mathmlOf(`\\${name}`) ?? '').replace(/<[^>]*>/g, ''))
  return /^[^a-z\d\s]$/iu.test(shown) ? shown : undefined
}

// With citation-js's own mark for `\b`, a line further down, Unicode has no letters.
const marks = new Map(Object.entries({ ...unicode.diacritics, b: '\u0331' }))

/** Whether a command puts an accent on the next letter: `'`, `v`, `textcommabelow`. */
export function isAccent(name: string): boolean {
  return marks.has(name)
}

/** The letter that a TeX accent makes of a base letter: `'` and `e` make `é`. Undefined where Unicode has no such letter. */
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

function all(text: string, table: ReadonlyMap<string, string>): string | undefined {
  const shown = [...text].map((c) => table.get(c))
  return text && shown.every((c) => c !== undefined) ? shown.join('') : undefined
}

/** An exponent in Unicode: `-2` is `⁻²`. Undefined unless every character of it has a raised form. */
export function superscript(exponent: string): string | undefined {
  if (exponent === '\\circ' || exponent === '∘') return '°'
  return all(exponent, superscripts)
}

/** An index in Unicode: `0` is `₀`. Undefined unless every character of it has a lowered form. */
export function subscript(index: string): string | undefined {
  return all(index, subscripts)
}
