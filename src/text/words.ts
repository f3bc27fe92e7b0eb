import { foldLetters, transliterateGreek } from '../model/letters.ts'
import { stem, stopWords } from './stem.ts'

/** One word of a text. */
export interface Word {
  /** The word in lower case and plain letters. */
  plain: string
  /** Its stem, by which it is looked up. */
  stem: string
  /** Whether it only holds the sentence together. */
  stop: boolean
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  /** The compound that it is a part of: `alr2-framework` gives the parts `alr2` and `framework` of one whole. */
  whole?: Whole
}

/** A compound. */
export interface Whole {
  plain: string
  start: number
  end: number
  /** Whether nothing stands between its parts, as in `NeurIPS`. */
  solid: boolean
}

// Letters and digits, joined by signs that stand inside of names.
const run = /[\p{Letter}\p{Number}\p{Mark}]+(?:['’^+_.&\-‐‑–][\p{Letter}\p{Number}\p{Mark}]+)*/gu
const cjk = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]`
/** Where a run is parted: at signs, at capitals, and where a script without spaces begins or ends. */
const seam = new RegExp(
  String.raw`[+_.&\-‐‑–]|(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=${cjk})(?!${cjk})|(?<!${cjk})(?=${cjk})`,
  'u',
)
const isCjk = new RegExp(`^${cjk}`, 'u')

/** A word as it is typed: lower case, plain letters, without its possessive `’s`; a lone Greek letter by its name. */
function plainWord(text: string): string {
  const plain = foldLetters(text.replace(/['’]s$/i, '')).replace(/['’^]/g, '')
  return plain.length === 1 ? transliterateGreek(plain) : plain
}

/** The words of a text in their order. A compound gives its parts; Chinese, Japanese and Korean give pairs of letters. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: whole, index } of text.matchAll(run)) {
    let at = index
    const parts: Word[] = []
    for (const part of whole.split(seam)) {
      const start = text.indexOf(part, at)
      at = start + part.length
      const pieces = isCjk.test(part) ? pairs(part) : [{ text: part, from: 0 }]
      for (const piece of pieces) {
        const plain = plainWord(piece.text)
        if (!plain) continue
        const from = start + piece.from
        const [to, stop] = [from + piece.text.length, stopWords.has(plain)]
        parts.push({ plain, stem: stem(plain), stop, start: from, end: to })
      }
    }
    if (parts.length > 1 && !isCjk.test(whole)) {
      const plain = parts.map((part) => part.plain).join('')
      const solid = parts.every(({ start }, nth) => nth === 0 || start === parts[nth - 1]?.end)
      const joined = { plain, start: index, end: index + whole.length, solid }
      for (const part of parts) part.whole = joined
    }
    words.push(...parts)
  }
  return words
}

function pairs(text: string): { text: string; from: number }[] {
  const letters = [...text]
  let from = 0
  if (letters.length < 2) return [{ text, from }]
  return letters.slice(1).map((letter, at) => {
    const first = letters[at] ?? ''
    const pair = { text: first + letter, from }
    from += first.length
    return pair
  })
}
