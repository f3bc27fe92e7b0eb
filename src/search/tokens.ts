import type { Word } from '../text/words.ts'

// No word of a paper ends like this, so no token is a prefix of another, and Pagefind finds each one alone.
const endings = {
  word: 'zq',
  meaning: 'zx',
  id: 'zk',
  author: 'zv',
  title: 'zj',
  name: 'zw',
} as const

/** What a token stands for: a word, a phrase of the vocabulary, an identifier, or a word of one field. */
export type TokenKind = keyof typeof endings

/** The token for a stem, joined stems or an identifier; ASCII only, so that Pagefind doesn't split it. */
export function tokenOf(kind: TokenKind, text: string): string {
  return (
    text.replace(/[^a-z0-9]/gu, (letter) => `x${letter.codePointAt(0)?.toString(16)}`) +
    endings[kind]
  )
}

/** The token of a meaning, shared by all its synonyms; meanings with close numbers are close in the index. */
export function meaningToken(meaning: number): string {
  return tokenOf('meaning', String(meaning).padStart(4, '0'))
}

/** The joined stems of a phrase, independent of inflections, hyphens and spaces. */
export function phraseKey(words: readonly Pick<Word, 'stem'>[]): string {
  return words.map((word) => word.stem).join('')
}

/** An identifier in lower-case letters and digits: `10.1145/3744746` gives `1011453744746`. */
export function identifierKey(identifier: string): string {
  return identifier.toLowerCase().replace(/[^a-z0-9]/g, '')
}
