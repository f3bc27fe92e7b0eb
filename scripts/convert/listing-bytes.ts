import { isUtf8 } from 'node:buffer'
import type { Finding } from '../../src/model/finding.ts'
import { fault } from './fault.ts'

/** The text of a listing, or what keeps its bytes from being one. */
export interface ReadText {
  text: string
  findings: Finding[]
}

const again = 'Write the file again as UTF-8 text.'

/** Decodes UTF-8, with or without a byte order mark. Every line that is not UTF-8 is a finding. */
export function textOf(path: string, bytes: Uint8Array): ReadText {
  const refuse = (...findings: Finding[]): ReadText => ({ text: '', findings })
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse(fault(path, `Unexpected UTF-16, expected UTF-8. ${again}`))
  }
  const zero = bytes.indexOf(0)
  if (zero >= 0) {
    const message = `Unexpected zero byte at offset ${zero}, expected a listing in text form. ${giveListing}`
    return refuse(fault(path, message, lineAt(bytes, zero)))
  }
  if (!isUtf8(bytes)) return refuse(...brokenLines(path, bytes))
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const foreign = foreignForm(text)
  return foreign ? refuse(fault(path, foreign)) : { text, findings: [] }
}

/** What to do when a file is no listing at all. */
export const giveListing =
  'Write the path of a listing: titles and abstracts in turn, with blank lines between them.'

function brokenLines(path: string, bytes: Uint8Array): Finding[] {
  const findings: Finding[] = []
  let line = 1
  for (let start = 0; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(10, start)
    const end = feed < 0 ? bytes.length : feed
    const at = firstBadByte(bytes.subarray(start, end))
    if (at !== undefined) {
      const byte = bytes[start + at]?.toString(16).toUpperCase().padStart(2, '0')
      const place = `at offset ${start + at}`
      findings.push(
        fault(
          path,
          `Unexpected byte \`0x${byte}\` ${place}, expected UTF-8. ${again}`,
          line,
          at + 1,
        ),
      )
    }
    start = end + 1
  }
  return findings
}

function firstBadByte(line: Uint8Array): number | undefined {
  for (let at = 0; at < line.length; ) {
    const lead = line[at] ?? 0
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const character = line.subarray(at, at + length)
    if (character.length < length || !isUtf8(character)) return at
    at += length
  }
  return undefined
}

function lineAt(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 10).length + 1
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
