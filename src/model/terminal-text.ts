/**
 * Escapes control and formatting characters for terminals and logs, as `‹U+001B›`. Otherwise they could move the cursor,
 * change colours or reverse the text. Line feeds are kept.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /(?!\n)[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gu,
    codePointOf,
  )
}

function codePointOf(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
}

/** Quotes a word for a shell if it needs quotes. */
export function shellQuote(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${escapeControls(word).replaceAll("'", `'\\''`)}'`
}
