import type { Finding } from '../model/finding.ts'
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

/** The text of a listing, or what keeps its bytes from being one: every line that is not UTF-8, or another form of file. */
export function textOf(path: string, bytes: Uint8Array): { text: string; findings: Finding[] } {
  const text = utf8Of(bytes)
  const [first = 0, second = 0] = bytes
  // The marks of UTF-16, which Windows programs write.
  const foreign =
    first + second === 0xff + 0xfe
      ? `Unexpected UTF-16, expected UTF-8. ${again}`
      : bytes.includes(0)
        ? `Unexpected zero byte, expected a listing in text form. ${giveListing}`
        : text && foreignForm(text)
  if (foreign) return { text: '', findings: [fault(path, foreign)] }
  return text === undefined
    ? { text: '', findings: brokenLines(path, bytes) }
    : { text, findings: [] }
}

function brokenLines(path: string, bytes: Uint8Array): Finding[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.flatMap((text, at) => {
    // The decoder puts this character where it cannot read the bytes.
    const place = text.indexOf('\uFFFD')
    if (place < 0) return []
    const message = `Unexpected byte, expected UTF-8. ${again}`
    return [fault(path, message, at + 1, place + 1)]
  })
}

const forms: readonly (readonly [string, (start: string, text: string) => boolean])[] = [
  [
    'HTML or XML',
    (start) =>
      /^<(?:!doctype|!--|\?xml|(?:html|head|body|svg|rss|feed|div|p|table|main|h\d)\b)/i.test(
        start,
      ),
  ],
  ['JSON', (start, text) => /^[[{]/.test(start) && isJson(text)],
  ['BibTeX', (start) => /^@[a-z]+\s*\{/i.test(start)],
  ['Markdown', (start) => /^(?:#{1,6} |---\s*\n|```)/.test(start)],
  [
    'program or document',
    (start, text) =>
      /^(?:#!|import\s|\\documentclass|%PDF-)/.test(start) || /^\s*(?:\/[/*]|\*\/)/m.test(text),
  ],
]

function foreignForm(text: string): string | undefined {
  const start = text.trimStart().slice(0, 4096)
  const [form] = forms.find(([, holds]) => holds(start, text)) ?? []
  if (form) return `Unexpected ${form}, expected a listing. ${giveListing}`
  const control = /(?![\t\n\v\f\r\u0080-\u009F])\p{Control}/u.exec(text)?.[0]
  if (!control) return undefined
  const code = control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return `Unexpected control character U+${code}, expected a listing in text form. ${giveListing}`
}

function isJson(text: string): boolean {
  return [text, text.trimStart().split('\n', 1)[0] ?? ''].some((part) => {
    try {
      return typeof JSON.parse(part) === 'object'
    } catch {
      return false
    }
  })
}
