import { decodeEntities } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { subscript, superscript } from './tex-characters.ts'

/**
 * TeX mathematics in one line of characters that keeps its structure: `10⁻³`, `1/√n`, `x_ij`, `(a + b)/c`. The TeX itself
 * when it cannot be read.
 */
export function mathText(tex: string): string {
  const mathml = mathmlOf(tex)
  return mathml ? withPlainLetters(lineOf(mathml)).replace(/\s+/g, ' ').trim() : tex
}

/** Text with the letters that Unicode has for bold and italic mathematics as plain ones. */
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

/** What each element of MathML makes of the texts of its children. */
const elements: Readonly<Record<string, (...parts: string[]) => string>> = {
  mfrac: (above = '', below = '') => `${whole(above)}/${whole(below)}`,
  msqrt: (...parts) => `√${whole(parts.join(''))}`,
  mroot: (base = '', index = '') => `${superscript(index) ?? whole(index)}√${whole(base)}`,
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

/** The text of MathML as Temml writes it, which is always well-formed: from the inside out, with a mark behind each element. */
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
  // A fraction without its line is a binomial coefficient.
  if (name === 'mfrac' && attributes.includes('linethickness')) return parts.join(' ')
  return elements[name]?.(...parts) ?? parts.join('')
}

/** Whether a text is one thing that needs no brackets: a number, a word or a letter with its index, a root of these. */
const isSimple = (text: string) =>
  /^√?(?:\p{N}+(?:\.\p{N}+)?|\p{L}+(?:_\p{L}+)?)[\p{M}\p{No}′]*$/u.test(text) || text === '∞'
const whole = (text: string) => (isSimple(text) || /^\(.*\)$/.test(text) ? text : `(${text})`)

function raised(text: string): string {
  if (/^[′*†‡⊤]+$/.test(text)) return text
  return superscript(text) ?? (/^[-−+]?[\p{L}\p{N}]+$/u.test(text) ? `^${text}` : `^${whole(text)}`)
}

function lowered(text: string): string {
  return subscript(text) ?? `_${whole(text)}`
}
