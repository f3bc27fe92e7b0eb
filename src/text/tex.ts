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
 * The tree of paragraphs by authors who write TeX: their words to the letter; only markup that a page cannot show
 * becomes what it stands for (quotation marks, accents, symbols, superscripts, emphasis, mathematics, links).
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

/** One run of such text as nodes. */
export function texPhrasing(text: string, mayLink = isLinkable, name = false): PhrasingContent[] {
  // The command only says where a line may break, and stands in the middle of addresses.
  const source = normaliseText(text).replace(/\\allowbreak(?![a-z]) ?/gi, '')
  const closingBraces = matchBraces(source)
  const context = { source, closingBraces, name, links: true, depth: 0, mayLink, parseRange }
  return trimmed(parseRange(context, 0, source.length))
}

/** One run of such text as characters only, as a reader sees them. */
export function texText(text: string): string {
  return plainText({ type: 'paragraph', children: texPhrasing(text) })
}

/** The names of people as characters, in which every accent and letter of TeX is one. Other braces stay. */
export function texNames(text: string): string {
  return plainText({ type: 'paragraph', children: texPhrasing(text, isLinkable, true) })
}

/** A title as one line of characters; mathematics that Unicode cannot show stays between dollar signs. */
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
  '<': (...place) => parseBracketedAddress(...place) ?? parseHtmlElement(...place),
  '&': parseEntity,
  '[': parseMarkdownLink,
}

/** Nobody nests markup deeper; what does is not read as markup. */
const deepest = 8

function parseRange(around: TexContext, from: number, to: number): PhrasingContent[] {
  if (around.depth > deepest) return [textNode(around.source.slice(from, to))]
  const context = { ...around, depth: around.depth + 1 }
  const nodes: PhrasingContent[] = []
  for (let at = from; at < to; ) {
    const character = context.source[at] ?? ''
    const read = parsers[character]?.(context, at, to)
    for (const node of read?.nodes ?? [textNode(character)]) append(nodes, node)
    at = read?.end ?? at + 1
  }
  return nodes
}

/** Adds a node; Markdown cannot tell two neighbours of code or mathematics from one, so that they become one. */
function append(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1)
  if (node.type === 'text' && last?.type === 'text') last.value += node.value
  else if (node.type === 'inlineCode' && last?.type === 'inlineCode') last.value += node.value
  else if (node.type === 'inlineMath' && last?.type === 'inlineMath') last.value += ` ${node.value}`
  else if (node.type !== 'text' || node.value) nodes.push(node)
}
