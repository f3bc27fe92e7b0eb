import { escapeMarkup } from '../text/escapes.ts'

/**
 * Removes the characters that XML 1.0 forbids.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** Escapes text for elements and attributes of XML, and removes the characters that XML forbids. */
export function xmlText(text: string): string {
  return escapeMarkup(xmlCharacters(text))
}

/** Writes an XML element with text; an empty string if there is no text. */
export function xmlElement(name: string, text: string | undefined, attributes = ''): string {
  return text ? `<${name}${attributes}>${xmlText(text)}</${name}>\n` : ''
}

/** Escapes text for Markdown, on one line, so that nothing in it is read as markup. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~^$]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
    .replace(/\b(https?):\/\//gi, '$1\\://')
}

/** Writes a Markdown link, and escapes its text and its address. */
export function markdownLink(text: string, address: string): string {
  const encoded = address.replace(
    /[()<>\s]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return `[${markdownText(text)}](${encoded})`
}

/** Writes text as a fenced code block of Markdown, with a fence that is longer than any in the text. */
export function markdownData(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}\n`
}
