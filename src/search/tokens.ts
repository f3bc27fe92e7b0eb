import type { Word } from '../text/words.ts'

// No word of a paper ends so. With these endings no token begins with another, so that Pagefind finds each alone.
const endings = {
  word: 'zq',
  meaning: 'zx',
  id: 'zk',
  author: 'zv',
  title: 'zj',
  name: 'zw',
} as const

/** What a token of the index says of a paper: a word, a phrase of the vocabulary, an identifier, or a word of one field. */
export type TokenKind = keyof typeof endings

/** The token by which Pagefind knows a stem, joined stems or an identifier; ASCII only, so that Pagefind leaves it whole. */
export function tokenOf(kind: TokenKind, text: string): string {
  return (
    text.replace(/[^a-z0-9]/gu, (letter) => `x${letter.codePointAt(0)?.toString(16)}`) +
    endings[kind]
  )
}

/** The token of every paper that names a meaning of the vocabulary in some way; near numbers stand near in the index. */
export function meaningToken(meaning: number): string {
  return tokenOf('meaning', String(meaning).padStart(4, '0'))
}

/** The joined stems of a phrase, the same whatever its inflections, hyphens and spaces. */
export function phraseKey(words: readonly Pick<Word, 'stem'>[]): string {
  return words.map((word) => word.stem).join('')
}

/** An identifier in lower-case letters and digits: `10.1145/3744746` gives `1011453744746`. */
export function identifierKey(identifier: string): string {
  return identifier.toLowerCase().replace(/[^a-z0-9]/g, '')
}
