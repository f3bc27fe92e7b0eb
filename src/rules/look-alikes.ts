import { formedLetters, plainLetters } from '../text/plain-letters.ts'
import { shown } from './engine/words.ts'

/** Letters in a text that look like others, and what to say of them. */
export interface LookAlike {
  /** Where they begin, as an offset. */
  index: number
  message: string
}

/** Scripts with letters that look like Latin ones. */
const scripts = 'Cyrillic Armenian Cherokee Coptic Lisu Greek'.split(' ')
const foreign = new RegExp(
  `[${scripts.map((script) => String.raw`\p{Script=${script}}`).join('')}]`,
  'u',
)
const words = /[\p{Letter}\p{Mark}]{2,}/gu
const latin = /\p{Script=Latin}/u

// Greek letters stand beside Latin ones in earnest (`β-DPO`, `μP`); only those count that are drawn the same.
const greekTwins = 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'
const cyrillicTwins = 'аеорсухіјѕԁһԛԝӏАВЕКМНОРСТУХІЈЅ'
const latinTwins = 'aeopcyxijsdhqwlABEKMHOPCTYXIJS'
const inWord = new RegExp(
  `[${scripts
    .filter((script) => script !== 'Greek')
    .map((script) => String.raw`\p{Script=${script}}`)
    .join('')}${greekTwins}]`,
  'u',
)
const onlyTwins = new RegExp(`^[${cyrillicTwins}]+$`, 'u')
const trueCyrillic = new RegExp(`(?![${cyrillicTwins}])\\p{Script=Cyrillic}`, 'u')

/**
 * The letters that look like Latin ones and are not: of another script within a Latin word, a whole word of them where
 * nothing else is of that script, and letters in a form of their own, such as ligatures.
 */
export function* lookAlikes(text: string): Iterable<LookAlike> {
  for (const { 0: letters, index } of text.matchAll(formedLetters)) {
    const plain = plainLetters(letters)
    yield {
      index,
      message: `Unexpected ${shown(letters, 40)} (${codeOf(letters)}), which only looks like plain letters, expected them. Write ${shown(plain, 40)}.`,
    }
  }
  if (!foreign.test(text)) return
  const written = trueCyrillic.test(text)
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!written && onlyTwins.test(word)) yield { index, message: sayOfWord(word) }
    else if (latin.test(word) && inWord.test(word)) {
      const at = word.search(inWord)
      yield { index: index + at, message: sayOfLetter(word, at) }
    }
  }
}

function sayOfWord(word: string): string {
  const meant = [...word].map((letter) => latinTwins[[...cyrillicTwins].indexOf(letter)] ?? letter)
  return `Unexpected Cyrillic letters in ${shown(word, 40)}, which look like Latin ones, expected these. Write ${shown(meant.join(''), 40)} anew.`
}

function sayOfLetter(word: string, at: number): string {
  const letter = String.fromCodePoint(word.codePointAt(at) ?? 0)
  const script = scripts.find((name) => new RegExp(`\\p{Script=${name}}`, 'u').test(letter))
  return `Unexpected ${script} letter \`${letter}\` (${codeOf(letter)}) in ${shown(word, 40)}, expected letters of one script. Write the Latin letter that it looks like.`
}

function codeOf(letters: string): string {
  return `U+${(letters.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
