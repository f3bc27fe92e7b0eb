/**
 * Letters that Unicode keeps only for the sake of other forms: a typesetter's ligatures (`ﬁ`), full-width ones and those
 * of mathematics. They look like plain letters, and neither search nor a reader's own search finds them.
 * @see https://www.unicode.org/reports/tr15/#Compatibility_Equivalence_Figure
 */
export const compatibilityLetters =
  /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]+/gu

/** A text with plain letters for those that stand in another form: `fi` for `ﬁ`. */
export function plainLetters(text: string): string {
  return text.replace(compatibilityLetters, (letters) => letters.normalize('NFKC'))
}

/** Joiners that nobody needs: they belong into emoji, and between letters of Arabic and Indic scripts. */
export const strayJoiner = String.raw`(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier}|[\u0600-\u08FF\u0900-\u0DFF])[\u200C\u200D]`
const unseen = new RegExp(
  String.raw`${strayJoiner}|(?![\u200C\u200D\uFE0E\uFE0F])[\p{Format}\p{Default_Ignorable_Code_Point}]`,
  'gu',
)

/** A text on one line: composed letters (NFC), one space for each run of white space, nothing that cannot be seen. */
export function normaliseText(text: string): string {
  return collapseSpaces(plainLetters(text.normalize('NFC')).replace(unseen, ''))
}

/** Collapses each run of white space to one space, and trims the text. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
