import type { Finding } from '../model/finding.ts'
import { placeAt } from '../text/place.ts'
import { foreignForm } from './foreign.ts'
import { fault } from './reading.ts'

/** What to do when a file is no listing at all. */
export const giveListing =
  'Write the path of a listing: titles and abstracts in turn, with blank lines between them.'

const again = 'Write the file again as UTF-8 text.'

/** The text of a file in UTF-8, without its byte order mark; undefined when it is not UTF-8. */
export function utf8Of(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The text of a listing, or what keeps its bytes from being one: the first that is not UTF-8, or another form of file. */
export function listingText(
  path: string,
  bytes: Uint8Array,
): { text: string; findings: Finding[] } {
  const text = utf8Of(bytes)
  const [first = 0, second = 0] = bytes
  // The marks of UTF-16, which Windows programs write.
  const foreign =
    first + second === 0xff + 0xfe
      ? `Unexpected UTF-16, expected UTF-8. ${again}`
      : bytes.includes(0)
        ? `Unexpected zero byte, expected a listing in text form. ${giveListing}`
        : text && otherForm(text)
  if (foreign) return { text: '', findings: [fault(path, foreign)] }
  if (text !== undefined) return { text, findings: [] }
  // The decoder puts this character where it cannot read the bytes.
  const readable = new TextDecoder().decode(bytes)
  const { line, column } = placeAt(readable, readable.indexOf('\uFFFD'))
  const message = `Unexpected byte, expected UTF-8. ${again}`
  return { text: '', findings: [fault(path, message, line, column)] }
}

/** Forms that are read, under the ending of their files; a listing has none of their signs. */
const forms: readonly (readonly [sign: RegExp, name: string, ending?: string])[] = [
  [/^\s*[[{]\s*["{[\]}]/, 'JSON', '.json'],
  [/^\s*@[a-z]+\s*\{/i, 'BibTeX', '.bib'],
  [/^\s*TY {2}- /, 'RIS', '.ris'],
  [/^\s*(?:#{1,6} |---\s*\n|```)/, 'Markdown', '.md'],
  [/^\s*<(?:\?xml|svg|rss|feed|div|p|table|main|h\d)\b/i, 'HTML or XML'],
  [/^\s*(?:#!|import\s|\\documentclass)/, 'program or document'],
  [/^\s*(?:\/[/*]|\*\/)/m, 'program or document'],
]

/** What another form of file than a listing's is, as a message. */
function otherForm(text: string): string | undefined {
  const foreign = foreignForm(text)
  if (foreign) return `Unexpected file, expected a listing: ${foreign}.`
  const [, name, ending] = forms.find(([sign]) => sign.test(text.slice(0, 4096))) ?? []
  const cure = ending ? `Give the file the ending \`${ending}\`, by which it is read.` : giveListing
  if (name) return `Unexpected ${name}, expected a listing. ${cure}`
  const control = /(?![\t\n\v\f\r\u0080-\u009F])\p{Control}/u.exec(text)?.[0]
  if (!control) return undefined
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `Unexpected control character U+${code}, expected a listing in text form. ${giveListing}`
}
