import type {
  Definition,
  Link,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast'
import { toString as textOfNodes } from 'mdast-util-to-string'
import { remark } from 'remark'
import { visit } from 'unist-util-visit'
import { withoutDeepNesting } from '../text/limits.ts'

/** One line of a link list, with the lines nested below it. */
export interface LinkLine {
  /** From 1. */
  line: number
  /** A list item, a table row, a line of a paragraph, a heading, or a block of code or HTML. */
  form: 'item' | 'row' | 'line' | 'heading' | 'block'
  nodes: PhrasingContent[]
  nested: LinkLine[]
  /** The index of the cell with the title, according to the table's head. */
  titleCell?: number | undefined
}

const markdown = remark().freeze()

/** Replaces `\|` in cells while `|` separates them. */
const escapedBar = '\uFDD4'

/** Parses a Markdown link list into its lines, with or without links. Bare addresses become links, even in code. */
export function parseLinkLines(text: string): LinkLine[] {
  const tree: Root = markdown.parse(withoutDeepNesting(withoutHtml(text)))
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const used = new Set<RootContent>()
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const definition = definitions.get(node.identifier)
      if (!definition) return
      used.add(definition)
      const { url, title = null } = definition
      parent.children[index] =
        node.type === 'linkReference'
          ? { ...node, type: 'link', url, title }
          : { ...node, type: 'image', url, title }
    }
    const isText = node.type === 'text' || node.type === 'inlineCode'
    if (!isText || parent.type === 'link' || !/https?:\/\//.test(node.value)) return
    const parts = linkAddresses(node.value)
    parent.children.splice(index, 1, ...parts)
    return index + parts.length
  })
  return tree.children.flatMap((node) => (used.has(node) ? [] : linesOfNode(node)))
}

/** A text as nodes, with a link for each bare address. */
function linkAddresses(text: string): PhrasingContent[] {
  const parts = text.split(/(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]])/)
  return parts.flatMap((value, index): PhrasingContent[] => {
    const children = [{ type: 'text' as const, value }]
    return index % 2 === 1 ? [{ type: 'link', url: value, children }] : value ? children : []
  })
}

/** The attributes of a tag, with matching quotation marks. */
const attributes = /^(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'/]+))?)*\s*$/

/** Replaces HTML links, tables and lists by Markdown, and removes container tags. Line numbers stay the same. */
function withoutHtml(text: string): string {
  const onOneLine = (source: string) => source.replace(/\s*\n\s*/g, ' ')
  const lineBreaks = (source: string) => '\n'.repeat(source.split('\n').length - 1)
  return text
    .replace(
      /<a\b[^<>]*?\bhref\s*=\s*(?:"([^"\s<>]+)"|'([^'\s<>]+)'|([\w./#][^"'\s<>]*))([^>]*)>([\s\S]*?)<\/a>/gi,
      (whole: string, ...[double, single, bare, rest = '', label = '']: (string | undefined)[]) => {
        if (!attributes.test(rest)) return whole
        const words = label
          .replace(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)[^>]*>/gi, '![](<$1>)')
          .replace(/<[a-z/][^>]*>/gi, (tag) => (tag.includes('://') ? tag : ''))
        return `[${onOneLine(words).trim()}](<${double ?? single ?? bare}>)${lineBreaks(whole)}`
      },
    )
    .replace(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi, (whole, row: string) => {
      const cells = onOneLine(row.replace(/<\/t[dh]>/gi, ' ').replace(/<t[dh]\b[^>]*>/gi, '| '))
      return `${cells.trim()} |${lineBreaks(whole)}`
    })
    .replace(/<li\b[^>]*>/gi, '- ')
    .replaceAll('\\|', escapedBar)
    .replace(
      /<\/?(?:table|thead|tbody|div|p|center|details|summary|ul|ol|li|section)\b[^>]*>/gi,
      '',
    )
}

/** All links in some nodes, in their order. */
export function linksIn(nodes: readonly Nodes[]): Link[] {
  return nodes.flatMap((node) =>
    node.type === 'link' ? [node] : 'children' in node ? linksIn(node.children) : [],
  )
}

function linesOfNode(node: RootContent): LinkLine[] {
  const line = node.position?.start.line ?? 1
  const one = (form: LinkLine['form'], ...nodes: PhrasingContent[]) => [
    { line, form, nodes, nested: [] },
  ]
  if (node.type === 'list') return node.children.map(lineOfItem)
  if (node.type === 'blockquote') return node.children.flatMap(linesOfNode)
  if (node.type === 'paragraph') return linesOfParagraph(node)
  if (node.type === 'heading')
    return one(linksIn(node.children).length > 0 ? 'line' : 'heading', ...node.children)
  if (node.type === 'code' || node.type === 'html') return one('block', { ...node, type: 'html' })
  if (node.type !== 'definition') return []
  const children = [{ type: 'text' as const, value: node.label ?? node.identifier }]
  return one('block', { ...node, type: 'link', children })
}

function lineOfItem(item: ListItem): LinkLine {
  const nodes = item.children.flatMap((child, index): PhrasingContent[] => {
    if (child.type !== 'paragraph') return []
    return index > 0 ? [{ type: 'text', value: '\n' }, ...child.children] : child.children
  })
  const nested = item.children.filter((child) => child.type !== 'paragraph').flatMap(linesOfNode)
  return { line: item.position?.start.line ?? 1, form: 'item', nodes, nested }
}

/** The text of some nodes on one line, without HTML and alternative texts of images. */
export function lineText(nodes: readonly Nodes[]): string {
  const text = textOfNodes(nodes, { includeHtml: false, includeImageAlt: false })
  return text.replaceAll(escapedBar, '|').replace(/\s+/g, ' ')
}

const dashes = /^[\s|:-]*-[\s|:-]*\|?[\s|:-]*$/

/** The lines of a paragraph. They may be a table, because plain Markdown has none; the row above the dashes is its head. */
function linesOfParagraph({ children, position }: Paragraph): LinkLine[] {
  const first = position?.start.line ?? 1
  const lines = splitNodes(
    children.map((node) => (node.type === 'break' ? { type: 'text', value: '\n' } : node)),
    '\n',
  )
  let titleCell: number | undefined
  return lines.flatMap((nodes, index): LinkLine[] => {
    const text = lineText(nodes)
    const isHead = dashes.test(lineText(lines[index + 1] ?? [])) && linksIn(nodes).length === 0
    if (isHead) {
      const names = splitNodes(nodes, '|').map(lineText)
      titleCell = names.findIndex((name) => /^\W*(?:title|paper|name)\b/i.test(name))
    }
    if (isHead || dashes.test(text)) return []
    const placed = nodes.find((node) => node.position)?.position
    const line = placed?.start.line ?? first + index
    return [{ line, form: /^\s*\|/.test(text) ? 'row' : 'line', nodes, nested: [], titleCell }]
  })
}

/** Splits some nodes wherever a separator occurs in a text node. */
export function splitNodes(
  nodes: readonly PhrasingContent[],
  separator: string | RegExp,
): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    const pieces = node.type === 'text' ? node.value.split(separator) : [undefined]
    for (const [index, value] of pieces.entries()) {
      if (index > 0) parts.push([])
      parts.at(-1)?.push(value === undefined ? node : { type: 'text', value })
    }
  }
  return parts
}
