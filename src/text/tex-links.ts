import type { PhrasingContent } from 'mdast'
import { damagedHostOf, isSafeAddress } from '../model/address.ts'
import {
  type Group,
  groupAt,
  matchAt,
  type Parsed,
  type Parser,
  parsedText,
  type TexContext,
  textNode,
} from './tex-context.ts'

/** Makes a link from `\url{address}` or `\href{address}{label}`, whose label may be missing. Other arguments become text. */
export function parseLinkCommand(
  context: TexContext,
  argument: Group,
  label: Group | undefined,
): Parsed {
  const { source } = context
  const address = plainAddress(source.slice(argument.from, argument.to).replace(/\s+/g, ''))
  const end = label?.end ?? argument.end
  const words = label ? labelNodes(context, label) : []
  if (context.mayLink(address)) return { nodes: link(context, address, words), end }
  const plain = context.parseRange(argument.from, argument.to)
  const nodes = words.length > 0 ? [...words, textNode(' ('), ...plain, textNode(')')] : plain
  return { nodes, end }
}

/** Parses a bare `https://…` in running text. */
export const parseBareAddress: Parser = (context, at) => {
  const { linksAddresses, mayLink } = context
  const found = addressAt(context, at)
  if (!found) return undefined
  const { address, end } = found
  if (!linksAddresses || !mayLink(address)) return parsedText(address, end)
  // This is left of `\href{address}{label}` if a web page dropped the command.
  const label = groupAt(context, end)
  return label
    ? { nodes: link(context, address, labelNodes(context, label)), end: label.end }
    : { nodes: link(context, address), end }
}

/** Parses `<https://…>`. */
export const parseBracketedAddress: Parser = (context, at) => {
  const found = addressAt(context, at + 1)
  if (!found || context.source[found.end] !== '>' || !context.mayLink(found.address))
    return undefined
  return { nodes: link(context, found.address), end: found.end + 1 }
}

const markdownLink = /\[([^[\]]+)\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)/iy

/** Parses `[label](https://…)`, as in Markdown. */
export const parseMarkdownLink: Parser = (context, at) => {
  const [whole, label = '', tex = ''] = matchAt(markdownLink, context, at)
  const address = plainAddress(tex)
  if (!whole || !context.mayLink(address)) return undefined
  const words = labelNodes(context, { from: at + 1, to: at + 1 + label.length })
  return { nodes: link(context, address, words), end: at + whole.length }
}

function labelNodes(context: TexContext, { from, to }: Omit<Group, 'end'>): PhrasingContent[] {
  return { ...context, linksAddresses: false }.parseRange(from, to)
}

function link(
  { linksAddresses }: TexContext,
  url: string,
  words: PhrasingContent[] = [],
): PhrasingContent[] {
  const children = words.length > 0 ? words : [textNode(url)]
  return linksAddresses ? [{ type: 'link', url, children }] : children
}

const bareAddress = /https?:\/\/(?:\\[_%#&~]|[^\s<>"{}|\\^`\p{Control}])+/iuy
const trailingPunctuation = /(?:[.,;:!?'"’”*…]|\*\*)+$/

/**
 * The http address at an offset, without the punctuation of the sentence. A closing bracket belongs to it if it was opened
 * within.
 */
function addressAt(context: TexContext, at: number): { address: string; end: number } | undefined {
  let [found = ''] = matchAt(bareAddress, context, at)
  for (let before = ''; before !== found; ) {
    before = found
    found = found.replace(trailingPunctuation, '')
    for (const [opening = '', closing = ''] of ['()', '[]'])
      if (found.endsWith(closing) && found.split(closing).length > found.split(opening).length)
        found = found.slice(0, -1)
  }
  const address = plainAddress(found)
  return /^https?:\/\/./i.test(address) ? { address, end: at + found.length } : undefined
}

/** Removes the backslashes that TeX needs in an address. */
export function plainAddress(tex: string): string {
  return tex.trim().replace(/\\([_%#&~])/g, '$1')
}

/** Whether a page may link to an address: it is safe, and its host is not misspelt. */
export function isLinkable(address: string): boolean {
  return isSafeAddress(address) && damagedHostOf(address) === undefined
}
