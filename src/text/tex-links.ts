import type { PhrasingContent } from 'mdast'
import { damagedHostOf, isSafeAddress } from '../model/address.ts'
import {
  type Group,
  groupAt,
  type Parsed,
  parsedText,
  type TexContext,
  textNode,
} from './tex-context.ts'

/** `\url{address}`, or `\href{address}` with or without its `{label}`. What is no address is read as text. */
export function parseLinkCommand(
  context: TexContext,
  argument: Group,
  label: Group | undefined,
): { nodes: PhrasingContent[]; end: number } {
  const { source } = context
  const address = plainAddress(source.slice(argument.from, argument.to).replace(/\s+/g, ''))
  const end = label?.end ?? argument.end
  const words = label ? labelNodes(context, label) : []
  if (context.mayLink(address)) return { nodes: link(context, address, words), end }
  const plain = context.parseRange(context, argument.from, argument.to)
  const nodes = words.length > 0 ? [...words, textNode(' ('), ...plain, textNode(')')] : plain
  return { nodes, end }
}

/** A bare `https://…` in running text. */
export function parseBareAddress(
  context: TexContext,
  at: number,
  limit: number,
): Parsed | undefined {
  const { source, links, mayLink } = context
  const found = addressAt(source, at, limit)
  if (!found) return undefined
  const { address, end } = found
  if (!links || !mayLink(address)) return parsedText(address, end)
  // What is left of `\href{address}{label}` when a page has dropped the command.
  const label = groupAt(context, end, limit)
  return label
    ? { nodes: link(context, address, labelNodes(context, label)), end: label.end }
    : { nodes: link(context, address), end }
}

/** `<https://…>`. */
export function parseBracketedAddress(
  context: TexContext,
  at: number,
  limit: number,
): Parsed | undefined {
  const found = addressAt(context.source, at + 1, limit)
  if (!found || context.source[found.end] !== '>' || !context.mayLink(found.address))
    return undefined
  return { nodes: link(context, found.address), end: found.end + 1 }
}

const labelled = /\[([^[\]]+)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)/iy

/** `[label](https://…)`, as in Markdown. */
export function parseMarkdownLink(
  context: TexContext,
  at: number,
  limit: number,
): Parsed | undefined {
  labelled.lastIndex = at
  const [whole, label = '', tex = ''] = labelled.exec(context.source.slice(0, limit)) ?? []
  const address = plainAddress(tex)
  if (!whole || !context.mayLink(address)) return undefined
  const words = labelNodes(context, { from: at + 1, to: at + 1 + label.length })
  return { nodes: link(context, address, words), end: at + whole.length }
}

function labelNodes(context: TexContext, { from, to }: Omit<Group, 'end'>): PhrasingContent[] {
  return context.parseRange({ ...context, links: false }, from, to)
}

function link(
  { links }: TexContext,
  url: string,
  words: PhrasingContent[] = [],
): PhrasingContent[] {
  const children = words.length > 0 ? words : [textNode(url)]
  return links ? [{ type: 'link', url, children }] : children
}

const running = /https?:\/\/(?:\\[_%#&~]|[^\s<>"{}|\\^`\p{Control}])+/iuy
const trailing = /(?:[.,;:!?'"’”*…]|\*\*)+$/

/** The http address that begins at a place in a text, as a browser takes it, without the punctuation of the sentence around it. */
function addressAt(
  source: string,
  at: number,
  limit: number,
): { address: string; end: number } | undefined {
  running.lastIndex = at
  let [found = ''] = running.exec(source.slice(0, limit)) ?? []
  for (let before = ''; before !== found; ) {
    before = found
    found = found.replace(trailing, '')
    for (const [opening, closing] of [
      ['(', ')'],
      ['[', ']'],
    ] as const)
      if (found.endsWith(closing) && found.split(closing).length > found.split(opening).length)
        found = found.slice(0, -1)
  }
  const address = plainAddress(found)
  return /^https?:\/\/./i.test(address) ? { address, end: at + found.length } : undefined
}

/** An address as TeX writes it, without the backslashes that TeX needs. */
export function plainAddress(tex: string): string {
  return tex.trim().replace(/\\([_%#&~])/g, '$1')
}

/** Whether a page may link to an address: it is safe, and its host is the real one. */
export function isLinkable(address: string): boolean {
  return isSafeAddress(address) && damagedHostOf(address) === undefined
}
