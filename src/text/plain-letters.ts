/**
 * Letters that Unicode keeps only for the sake of other forms: a typesetter's ligatures (`ﬁ`), full-width ones and those
 * of mathematics. They look like plain letters, and neither search nor a reader's own search finds them.
 * @see https://www.unicode.org/reports/tr15/#Compatibility_Equivalence_Figure
 */
export const formedLetters =
  /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]+/gu

/** A text with plain letters for those that stand in another form: `fi` for `ﬁ`. */
export function plainLetters(text: string): string {
  return text.replace(formedLetters, (letters) => letters.normalize('NFKC'))
}
