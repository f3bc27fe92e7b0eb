/** Letters that Unicode gives no decomposition, as they are typed on a keyboard without them. */
const plainForms: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŋ: 'n',
}

/**
 * A text in lower case, without diacritics, superscripts as digits: `Ørsted` gives `orsted`, `Łukasz` gives `lukasz`,
 * `D²O` gives `d2o`. Scripts without Latin letters keep theirs.
 */
export function foldLetters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\0-\x7f]/g, (letter) => plainForms[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .normalize('NFC')
}

/** The lower-case ASCII letters and digits of a text, its diacritics removed; empty for a script without Latin letters. */
export function asciiLetters(text: string): string {
  return foldLetters(text).replace(/[^a-z0-9]/g, '')
}
