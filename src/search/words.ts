import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'

/** One word of a text. */
export interface Word {
  /** What it is looked up by: its stem, in lower case and plain letters. */
  term: string
  /** The word in lower case and plain letters, unstemmed. */
  plain: string
  /** Whether it only holds the sentence together. */
  stop: boolean
  /** Where it stands in the text, in UTF-16 units. */
  start: number
  end: number
  /** The whole that it is a part of: `alr2-framework` gives parts `alr2` and `framework` of one whole. */
  whole?: Whole
}

/** A compound, written with hyphens or capitals inside, as one term. */
export interface Whole {
  term: string
  plain: string
  start: number
  end: number
}

// Letters and digits, joined by signs that stand inside of names.
const run = /[\p{Letter}\p{Number}\p{Mark}]+(?:['’^+_.&\-‐‑–][\p{Letter}\p{Number}\p{Mark}]+)*/gu
const inner = /[+_.&\-‐‑–]|(?<=[\p{Ll}\d])(?=\p{Lu}\p{Ll})|(?<=\p{Ll})(?=\p{Lu})/u

/** Lower case, without accents, superscripts as digits: `D²O` and `D^2O` are both `d2o`. */
export function plainWord(text: string): string {
  return text
    .replace(/['’]s$/i, '')
    .normalize('NFKD')
    .replace(/[\p{Mark}'’^]/gu, '')
    .toLowerCase()
}

/** The words of a text in their order; a compound gives its parts. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: whole, index } of text.matchAll(run)) {
    let at = index
    const parts: Word[] = []
    for (const part of whole.split(inner)) {
      const start = text.indexOf(part, at)
      at = start + part.length
      const plain = plainWord(part)
      if (plain) parts.push({ ...wordOf(plain), start, end: at })
    }
    if (parts.length > 1) {
      const plain = parts.map((part) => part.plain).join('')
      const joined = { term: stem(plain), plain, start: index, end: index + whole.length }
      for (const part of parts) part.whole = joined
    }
    words.push(...parts)
  }
  return words
}

function wordOf(plain: string): Pick<Word, 'term' | 'plain' | 'stop'> {
  return { term: stem(plain), plain, stop: stopWords.has(plain) }
}
