import type { PhrasingContent } from 'mdast'
import { type Read, type Reading, shown } from './tex-reading.ts'
import { subscript, superscript } from './tex-symbols.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}
const reference = /&(?:(amp|lt|gt|quot|apos|nbsp)|#(\d{1,6})|#x([\da-f]{1,6}));/iy

/** A character that a page has written by its name or number: `&amp;`. */
export function entity({ source }: Reading, at: number): Read | undefined {
  reference.lastIndex = at
  const [whole, name, decimal, hex] = reference.exec(source) ?? []
  if (!whole) return undefined
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  const character =
    named[name?.toLowerCase() ?? ''] ??
    (code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : undefined)
  return character === undefined ? undefined : shown(character, at + whole.length)
}

const element = /<(b|strong|i|em|sup|sub)>((?:(?!<\/?\1>).)*)<\/\1>/iy
const lineBreak = /<(?:br\s*\/?|\/?p)>/iy

/** HTML that a page has left in a text: emphasis, raised and lowered characters, breaks. Other tags stay as they are. */
export function htmlElement(reading: Reading, at: number, limit: number): Read | undefined {
  const { source } = reading
  lineBreak.lastIndex = at
  const [gap] = lineBreak.exec(source.slice(0, limit)) ?? []
  if (gap) return shown(' ', at + gap.length)
  element.lastIndex = at
  const [whole, tag, inner = ''] = element.exec(source.slice(0, limit)) ?? []
  if (!whole || !tag || inner.trim() === '') return undefined
  const from = at + tag.length + 2
  const children = () => reading.part(reading, from, from + inner.length)
  const script = /^sup$/i.test(tag)
    ? superscript(inner)
    : /^sub$/i.test(tag)
      ? subscript(inner)
      : undefined
  const node: PhrasingContent | undefined = /^(?:b|strong)$/i.test(tag)
    ? { type: 'strong', children: children() }
    : /^(?:i|em)$/i.test(tag)
      ? { type: 'emphasis', children: children() }
      : undefined
  if (node) return { nodes: [node], end: at + whole.length }
  return script ? shown(script, at + whole.length) : undefined
}
