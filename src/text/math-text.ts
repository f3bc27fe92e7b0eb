import { decodeEntities } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { collapseSpaces } from './normalise.ts'
import { subscript, superscript } from './tex-characters.ts'

/**
 * TeX mathematics as one line of text that keeps its structure: `10⁻³`, `1/√n`, `x_ij`, `(a + b)/c`. Invalid TeX is returned
 * unchanged.
 */
export function mathText(tex: string): string {
  const mathml = mathmlOf(tex)
  return mathml ? collapseSpaces(withPlainLetters(lineOf(mathml))) : tex
}

/** Replaces Unicode's bold and italic mathematical letters by plain ones. */
function withPlainLetters(text: string): string {
  return text.replace(/[\u{1D400}-\u{1D467}ℎ]/gu, (letter) => letter.normalize('NFKC'))
}

const accents: Readonly<Record<string, string>> = {
  ˆ: '\u0302',
  '^': '\u0302',
  '¯': '\u0304',
  '‾': '\u0304',
  '˜': '\u0303',
  '~': '\u0303',
  '˙': '\u0307',
  '→': '\u20D7',
}

/** How each MathML element joins the texts of its children. */
const elements: Readonly<Record<string, (...parts: string[]) => string>> = {
  mfrac: (above = '', below = '') => `${bracketed(above)}/${bracketed(below)}`,
  msqrt: (...parts) => `√${bracketed(parts.join(''))}`,
  mroot: (base = '', index = '') => `${superscript(index) ?? bracketed(index)}√${bracketed(base)}`,
  msup: (base = '', above = '') => base + raised(above),
  msub: (base = '', below = '') => base + lowered(below),
  msubsup: (base = '', below = '', above = '') => base + lowered(below) + raised(above),
  mover: (base = '', above = '') =>
    accents[above] ? (base + accents[above]).normalize('NFC') : base + raised(above),
  munder: (base = '', below = '') => base + lowered(below),
  munderover: (base = '', below = '', above = '') => base + lowered(below) + raised(above),
  mtr: (...cells) => `${cells.join(' ')} `,
  mo: (sign = '') => sign.replace(/[\u2061-\u2064]/g, ''),
}

/**
 * The text of Temml's MathML, which is always well-formed. Elements are replaced by their text from the inside out; a null
 * character after each one separates it from its siblings.
 */
function lineOf(mathml: string): string {
  const innermost = /<(\w+)([^>]*)>([^<]*)<\/\1>/g
  let [line, before] = [mathml, '']
  while (line !== before) {
    before = line
    line = line.replace(innermost, (_whole, name: string, attributes: string, inner: string) => {
      const parts = inner.replace(/\0$/, '').split('\0')
      return `${textOf(name, attributes, parts)}\0`
    })
  }
  return decodeEntities(line.replaceAll('\0', ''))
}

function textOf(name: string, attributes: string, parts: readonly string[]): string {
  if (name === 'mspace') return /width="0?\.?[1-9]/.test(attributes) ? ' ' : ''
  // A fraction without a bar is a binomial coefficient.
  if (name === 'mfrac' && attributes.includes('linethickness')) return parts.join(' ')
  return elements[name]?.(...parts) ?? parts.join('')
}

/** Whether a text needs no brackets: a number, a word, a letter with an index, or a root of one of these. */
const isSimple = (text: string) =>
  /^√?(?:\p{N}+(?:\.\p{N}+)?|\p{L}+(?:_\p{L}+)?)[\p{M}\p{No}′]*$/u.test(text) || text === '∞'
const bracketed = (text: string) => (isSimple(text) || /^\(.*\)$/.test(text) ? text : `(${text})`)

function raised(text: string): string {
  if (/^[′*†‡⊤]+$/.test(text)) return text
  return (
    superscript(text) ?? (/^[-−+]?[\p{L}\p{N}]+$/u.test(text) ? `^${text}` : `^${bracketed(text)}`)
  )
}

function lowered(text: string): string {
  return subscript(text) ?? `_${bracketed(text)}`
}
