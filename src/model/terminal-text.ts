/**
 * A text that no terminal and no log obeys: characters that move the cursor, colour what follows or turn text around
 * stand in it by their numbers, `‹U+001B›`. Line feeds stay.
 */
export function escapeControls(text: string): string {
  return text.replace(
    /(?!\n)[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}]/gu,
    numbered,
  )
}

function numbered(character: string): string {
  return `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}›`
}

/** A word as one types it into a shell. */
export function shellQuote(word: string): string {
  return /^[\w./:@%+-]+$/.test(word) ? word : `'${escapeControls(word).replaceAll("'", `'\\''`)}'`
}
