import { foldLetters, transliterateGreek } from '../model/letters.ts'
import { stem, stopWords } from './stem.ts'

/** A word of a text. */
export interface Word {
  /** The word in lower case, without diacritics. */
  plain: string
  /** Its stem, which is indexed and searched for. */
  stem: string
  /** Whether it is a stop word. */
  stop: boolean
  /** Its position in the text, in UTF-16 code units. */
  start: number
  end: number
  /** The compound to which it belongs: `alr2` and `framework` belong to `alr2-framework`. */
  whole?: Whole
}

/** A compound of several words. */
export interface Whole {
  plain: string
  start: number
  end: number
  /** Whether there is nothing between its parts, as in `NeurIPS`. */
  solid: boolean
}

// Letters and digits, joined by signs that occur within names.
const run = /[\p{Letter}\p{Number}\p{Mark}]+(?:['’^+_.&\-‐‑–][\p{Letter}\p{Number}\p{Mark}]+)*/gu
const cjk = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー々]`
/** Where a compound is split: at signs, at capitals, and where a script without spaces begins or ends. */
const boundary = new RegExp(
  String.raw`[+_.&\-‐‑–]|(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})|(?<=${cjk})(?!${cjk})|(?<!${cjk})(?=${cjk})`,
  'u',
)
const isCjk = new RegExp(`^${cjk}`, 'u')

/** A word in lower case, without diacritics and possessive `’s`; a single Greek letter as its name. */
function plainWord(text: string): string {
  const plain = foldLetters(text.replace(/['’]s$/i, '')).replace(/['’^]/g, '')
  return plain.length === 1 ? transliterateGreek(plain) : plain
}

/** Splits a text into words. Compounds are split into their parts; Chinese, Japanese and Korean into pairs of letters. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: whole, index } of text.matchAll(run)) {
    let at = index
    // Most words have no boundary, and to look for one takes half of the time.
    if (/^[a-z]+$/.test(whole)) {
      const stop = stopWords.has(whole)
      words.push({ plain: whole, stem: stem(whole), stop, start: at, end: at + whole.length })
      continue
    }
    const parts: Word[] = []
    for (const part of whole.split(boundary)) {
      const start = text.indexOf(part, at)
      at = start + part.length
      const pieces = isCjk.test(part) ? bigrams(part) : [{ text: part, from: 0 }]
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

function bigrams(text: string): { text: string; from: number }[] {
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
