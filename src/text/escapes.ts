import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'

const references = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi

/** A text with characters for the references of HTML and XML in it: `&amp;`, `&eacute;`, `&#233;`. Others stay. */
export function decodeEntities(text: string): string {
  return text.replace(references, (whole, decimal, hex, name) => {
    const character = name
      ? decodeNamedCharacterReference(name)
      : decodeNumericCharacterReference(decimal ?? hex, decimal ? 10 : 16)
    return !character || character === '\uFFFD' ? whole : character
  })
}

/** A text as a regular expression that matches just it. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text for HTML or XML, between tags or between double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')
}
