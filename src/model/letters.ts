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
  const lower = text.toLowerCase()
  // Most texts are plain already, and it takes a third of the time to see that.
  if (/^[\0-\x7f]*$/.test(lower)) return lower
  return lower
    .replace(/[^\0-\x7f]/g, (letter) => plainForms[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .normalize('NFC')
}

/** The Greek letters in their order: the name of each, and the Latin letters that stand for it in a word. */
const greek =
  'alpha a beta v gamma g delta d epsilon e zeta z eta i theta th iota i kappa k lambda l mu m nu n xi x omicron o pi p rho r sigma s sigma s tau t upsilon y phi f chi ch psi ps omega o'.split(
    ' ',
  )

/** A folded text with Latin letters for its Greek ones: `β` is `beta`, and `λογος` is `logos`. */
export function transliterateGreek(text: string): string {
  return text.replace(/[α-ω]+/g, (word) => {
    const place = word.length > 1 ? 1 : 0
    return [...word]
      .map((letter) => greek[2 * ((letter.codePointAt(0) ?? 0) - 0x3b1) + place])
      .join('')
  })
}

/** The lower-case ASCII letters and digits of a text, its diacritics removed; empty for a script without Latin letters. */
export function asciiLetters(text: string): string {
  return foldLetters(text).replace(/[^a-z0-9]/g, '')
}
