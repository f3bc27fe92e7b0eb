import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { decodeNumericCharacterReference } from 'micromark-util-decode-numeric-character-reference'

const references = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,30}));/gi

/** Decodes character references of HTML and XML: `&amp;`, `&eacute;`, `&#233;`. Unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(references, (whole, decimal, hex, name) => {
    const character = name
      ? decodeNamedCharacterReference(name)
      : decodeNumericCharacterReference(decimal ?? hex, decimal ? 10 : 16)
    return !character || character === '\uFFFD' ? whole : character
  })
}

/** Escapes a text for use in a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Escapes a text for HTML or XML, between tags or between double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? '')
}
