import { escapeMarkup } from '../text/escapes.ts'

/**
 * A text without the characters that XML 1.0 forbids.
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function xmlCharacters(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

/** Text for XML, in elements and attributes: signs escaped, forbidden characters left out. */
export function xmlText(text: string): string {
  return escapeMarkup(xmlCharacters(text))
}

/** An element with text; empty when there is no text. */
export function xmlElement(name: string, text: string | undefined, attributes = ''): string {
  return text ? `<${name}${attributes}>${xmlText(text)}</${name}>\n` : ''
}

/** Text as Markdown shows it to the letter, on one line: nothing in it makes a link, an element or a table's cell. */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~^$]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
    .replace(/\b(https?):\/\//gi, '$1\\://')
}

/** A link, its text to the letter. */
export function markdownLink(text: string, address: string): string {
  const encoded = address.replace(
    /[()<>\s]/g,
    (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
  return `[${markdownText(text)}](${encoded})`
}

/** Other people's text as data: a fenced block that nothing in it can close. */
export function markdownData(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}text\n${text}\n${fence}\n`
}
