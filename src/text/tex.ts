import type { PhrasingContent, Root } from 'mdast'
import { normaliseText } from './normalise.ts'
import { plainText } from './plain.ts'
import { parseCommand, parseGroup } from './tex-commands.ts'
import { matchBraces, type Parser, type TexContext, textNode } from './tex-context.ts'
import { parseEntity, parseHtmlElement } from './tex-html.ts'
import {
  isLinkable,
  parseBareAddress,
  parseBracketedAddress,
  parseMarkdownLink,
} from './tex-links.ts'
import { parseExponent, parseMath, unicodeMath } from './tex-math.ts'
import { parseQuote, parseTie } from './tex-quotes.ts'

/**
 * Parses paragraphs with TeX and HTML in them. Words stay exactly as they are; only markup is converted: quotes, accents,
 * symbols, superscripts, emphasis, mathematics and links. Unknown markup stays as text.
 */
export function texTree(paragraphs: readonly string[], mayLink = isLinkable): Root {
  return {
    type: 'root',
    children: paragraphs.map((text) => ({
      type: 'paragraph',
      children: texPhrasing(text, mayLink),
    })),
  }
}

/** Parses one paragraph of such text. */
export function texPhrasing(text: string, mayLink = isLinkable, isName = false): PhrasingContent[] {
  // This command only allows a line break, often within an address.
  const source = normaliseText(text).replace(/\\allowbreak(?![a-z]) ?/gi, '')
  const closingBraces = matchBraces(source)
  const options = { isName, linksAddresses: true, mayLink }
  const context = { source, limit: source.length, closingBraces, depth: 0, parseRange, ...options }
  return trimmed(context.parseRange(0, source.length))
}

/** Converts such text to plain text. */
export function texText(text: string): string {
  return plainText({ type: 'paragraph', children: texPhrasing(text) })
}

/** Converts the names of people to plain text. In names every TeX accent and letter is decoded; other braces stay. */
export function texNames(text: string): string {
  return plainText({ type: 'paragraph', children: texPhrasing(text, isLinkable, true) })
}

/** Converts a title to one line of text. Mathematics that Unicode lacks stays between dollar signs. */
export function texTitle(text: string): string {
  const flat = (node: PhrasingContent): string => {
    if (node.type === 'inlineMath') return unicodeMath(node.value) ?? `$${node.value}$`
    return 'children' in node ? node.children.map(flat).join('') : plainText(node)
  }
  return normaliseText(texPhrasing(text).map(flat).join(''))
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [nodes.at(0), nodes.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}

const parsers: Readonly<Record<string, Parser>> = {
  '\\': parseCommand,
  '{': parseGroup,
  $: parseMath,
  '^': parseExponent,
  '`': parseQuote,
  "'": parseQuote,
  '~': parseTie,
  h: parseBareAddress,
  H: parseBareAddress,
  '<': (context, at) => parseBracketedAddress(context, at) ?? parseHtmlElement(context, at),
  '&': parseEntity,
  '[': parseMarkdownLink,
}

/** The deepest nesting of markup that is parsed. */
const deepestNesting = 8

function parseRange(this: TexContext, from: number, to: number): PhrasingContent[] {
  if (this.depth > deepestNesting) return [textNode(this.source.slice(from, to))]
  const context = { ...this, limit: to, depth: this.depth + 1 }
  const nodes: PhrasingContent[] = []
  for (let at = from; at < to; ) {
    const character = context.source[at] ?? ''
    const parsed = parsers[character]?.(context, at)
    for (const node of parsed?.nodes ?? [textNode(character)]) append(nodes, node)
    at = parsed?.end ?? at + 1
  }
  return nodes
}

/** Adds a node. Adjacent text, code or mathematics is merged, because Markdown cannot separate it. */
function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else if (node.type === 'inlineCode' && last?.type === 'inlineCode') last.value += node.value
  else if (node.type === 'inlineMath' && last?.type === 'inlineMath') last.value += ` ${node.value}`
  else if (node.type !== 'text' || node.value) nodes.push(node)
}
