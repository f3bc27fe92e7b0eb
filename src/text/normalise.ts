/**
 * Unicode's compatibility letters: ligatures (`ﬁ`), full-width and mathematical letters. They look like plain letters, but
 * search does not find them.
 * @see https://www.unicode.org/reports/tr15/#Compatibility_Equivalence_Figure
 */
export const compatibilityLetters =
  /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]+/gu

/** Replaces compatibility letters by plain ones: `ﬁ` by `fi`. */
export function plainLetters(text: string): string {
  return text.replace(compatibilityLetters, (letters) => letters.normalize('NFKC'))
}

/** A pattern for useless zero-width joiners: those that are neither in emoji nor in Arabic or Indic scripts. */
export const strayJoiner = String.raw`(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier}|[\u0600-\u08FF\u0900-\u0DFF])[\u200C\u200D]`
const invisible = new RegExp(
  String.raw`${strayJoiner}|(?![\u200C\u200D\uFE0E\uFE0F])[\p{Format}\p{Default_Ignorable_Code_Point}]`,
  'gu',
)

/** Normalises a text: composed and plain letters, single spaces, no invisible characters. */
export function normaliseText(text: string): string {
  return collapseSpaces(plainLetters(text.normalize('NFC')).replace(invisible, ''))
}

/** Collapses each run of white space to one space, and trims the text. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
