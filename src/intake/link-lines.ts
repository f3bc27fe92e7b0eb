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
import { toString as wordsOfNodes } from 'mdast-util-to-string'
import { remark } from 'remark'
import { visit } from 'unist-util-visit'
import { withoutDeepNesting } from '../text/limits.ts'

/** One line of a link list, and the lines that are listed below it. */
export interface LinkLine {
  /** From 1. */
  line: number
  /** A list's item, a table's row, a line by itself, a section's name, or a block of code or HTML. */
  form: 'item' | 'row' | 'line' | 'heading' | 'block'
  nodes: PhrasingContent[]
  below: LinkLine[]
  /** In which of its cells, from 0, the head of the table says that titles stand. */
  titleCell?: number | undefined
}

const markdown = remark().freeze()

/** Stands for a bar that is a cell's own, `\|`, while bars part the cells. */
const ownBar = '\uFDD4'

/** Every line of a Markdown link list in its order, those without a link, too. An address in words or code is a link. */
export function parseLinkLines(text: string): LinkLine[] {
  const tree: Root = markdown.parse(withoutDeepNesting(withoutHtml(text)))
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
  })
  const used = new Set<RootContent>()
  visit(tree, (node, at, parent) => {
    if (!parent || at === undefined) return
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const target = definitions.get(node.identifier)
      if (!target) return
      used.add(target)
      const { url, title = null } = target
      parent.children[at] =
        node.type === 'linkReference'
          ? { ...node, type: 'link', url, title }
          : { ...node, type: 'image', url, title }
    }
    const isText = node.type === 'text' || node.type === 'inlineCode'
    if (!isText || parent.type === 'link' || !/https?:\/\//.test(node.value)) return
    const parts = bareAddresses(node.value)
    parent.children.splice(at, 1, ...parts)
    return at + parts.length
  })
  return tree.children.flatMap((node) => (used.has(node) ? [] : linesOfNode(node)))
}

/** A text with a link for each address that stands in it as it is. */
function bareAddresses(text: string): PhrasingContent[] {
  const parts = text.split(/(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]])/)
  return parts.flatMap((value, at): PhrasingContent[] => {
    const words = [{ type: 'text' as const, value }]
    return at % 2 === 1 ? [{ type: 'link', url: value, children: words }] : value ? words : []
  })
}

/** What stands in a tag behind its name, where no quotation mark is missing or too many. */
const attributes = /^(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'/]+))?)*\s*$/

/** Markdown for the HTML of lists: anchors, tables, and the boxes around them. Lines keep their numbers. */
function withoutHtml(text: string): string {
  const onOneLine = (source: string) => source.replace(/\s*\n\s*/g, ' ')
  const breaks = (source: string) => '\n'.repeat(source.split('\n').length - 1)
  return text
    .replace(
      /<a\b[^<>]*?\bhref\s*=\s*(?:"([^"\s<>]+)"|'([^'\s<>]+)'|([\w./#][^"'\s<>]*))([^>]*)>([\s\S]*?)<\/a>/gi,
      (whole: string, ...[double, single, bare, rest = '', label = '']: (string | undefined)[]) => {
        if (!attributes.test(rest)) return whole
        const words = label
          .replace(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)[^>]*>/gi, '![](<$1>)')
          .replace(/<[a-z/][^>]*>/gi, (tag) => (tag.includes('://') ? tag : ''))
        return `[${onOneLine(words).trim()}](<${double ?? single ?? bare}>)${breaks(whole)}`
      },
    )
    .replace(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi, (whole, row: string) => {
      const cells = onOneLine(row.replace(/<\/t[dh]>/gi, ' ').replace(/<t[dh]\b[^>]*>/gi, '| '))
      return `${cells.trim()} |${breaks(whole)}`
    })
    .replace(/<li\b[^>]*>/gi, '- ')
    .replaceAll('\\|', ownBar)
    .replace(
      /<\/?(?:table|thead|tbody|div|p|center|details|summary|ul|ol|li|section)\b[^>]*>/gi,
      '',
    )
}

/** Every link in some nodes, in their order. */
export function linksIn(nodes: readonly Nodes[]): Link[] {
  return nodes.flatMap((node) =>
    node.type === 'link' ? [node] : 'children' in node ? linksIn(node.children) : [],
  )
}

function linesOfNode(node: RootContent): LinkLine[] {
  const line = node.position?.start.line ?? 1
  const one = (form: LinkLine['form'], ...nodes: PhrasingContent[]) => [
    { line, form, nodes, below: [] },
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
  const nodes = item.children.flatMap((child, at): PhrasingContent[] => {
    if (child.type !== 'paragraph') return []
    return at > 0 ? [{ type: 'text', value: '\n' }, ...child.children] : child.children
  })
  const below = item.children.filter((child) => child.type !== 'paragraph').flatMap(linesOfNode)
  return { line: item.position?.start.line ?? 1, form: 'item', nodes, below }
}

/** The words of some nodes on one line, without HTML and the descriptions of images. */
export function lineText(nodes: readonly Nodes[]): string {
  const words = wordsOfNodes(nodes, { includeHtml: false, includeImageAlt: false })
  return words.replaceAll(ownBar, '|').replace(/\s+/g, ' ')
}

const dashes = /^[\s|:-]*-[\s|:-]*\|?[\s|:-]*$/

/** A paragraph's lines: a table is one to a parser that knows no tables. The row above the dashes names its columns. */
function linesOfParagraph({ children, position }: Paragraph): LinkLine[] {
  const first = position?.start.line ?? 1
  const lines = splitAt(
    children.map((node) => (node.type === 'break' ? { type: 'text', value: '\n' } : node)),
    '\n',
  )
  let titleCell: number | undefined
  return lines.flatMap((nodes, at): LinkLine[] => {
    const text = lineText(nodes)
    const isHead = dashes.test(lineText(lines[at + 1] ?? [])) && linksIn(nodes).length === 0
    if (isHead) {
      const names = splitAt(nodes, '|').map(lineText)
      titleCell = names.findIndex((name) => /^\W*(?:title|paper|name)\b/i.test(name))
    }
    if (isHead || dashes.test(text)) return []
    const placed = nodes.find((node) => node.position)?.position
    const line = placed?.start.line ?? first + at
    return [{ line, form: /^\s*\|/.test(text) ? 'row' : 'line', nodes, below: [], titleCell }]
  })
}

/** Some nodes in parts, at each place where a sign stands in their text. */
export function splitAt(nodes: readonly PhrasingContent[], sign: string): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of nodes) {
    const pieces = node.type === 'text' ? node.value.split(sign) : [undefined]
    for (const [at, value] of pieces.entries()) {
      if (at > 0) parts.push([])
      parts.at(-1)?.push(value === undefined ? node : { type: 'text', value })
    }
  }
  return parts
}
