import type { Link, List, ListItem, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as wordsOfNodes } from 'mdast-util-to-string'
import { remark } from 'remark'
import { visit } from 'unist-util-visit'
import { withoutDeepNesting } from '../text/limits.ts'

/** One line of a link list: a list's item, a table's row, or a line that stands by itself. */
export interface LinkLine {
  /** From 1. */
  line: number
  form: 'item' | 'row' | 'line'
  nodes: PhrasingContent[]
  /** What is listed below it, one line each. */
  below: { nodes: PhrasingContent[]; links: Link[] }[]
  /** The item that it is listed below. */
  within?: LinkLine
}

const markdown = remark().freeze()

/** The lines of a Markdown link list that hold a link, in their order. */
export function linesWithLinks(text: string): LinkLine[] {
  const tree: Root = markdown.parse(withoutDeepNesting(withoutHtml(text)))
  const addresses = new Map<string, string>()
  visit(tree, 'definition', ({ identifier, url }) => {
    addresses.set(identifier, url)
  })
  visit(tree, (node, at, parent) => {
    if (!parent || at === undefined) return
    if (node.type === 'linkReference') {
      const { children, position } = node
      const url = addresses.get(node.identifier)
      if (url) parent.children[at] = { type: 'link', url, children, ...(position && { position }) }
    }
    if (node.type !== 'text' || parent.type === 'link' || !/https?:\/\//.test(node.value)) return
    const parts = bareAddresses(node.value)
    parent.children.splice(at, 1, ...parts)
    return at + parts.length
  })
  return tree.children.flatMap((node) => unitsOf(node))
}

/** A text with a link for each address that stands in it as it is. */
function bareAddresses(text: string): PhrasingContent[] {
  return text
    .split(/(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]])/)
    .flatMap((part, at): PhrasingContent[] => {
      const words: PhrasingContent = { type: 'text', value: part }
      return part === ''
        ? []
        : at % 2 === 1
          ? [{ type: 'link', url: part, children: [words] }]
          : [words]
    })
}

/** Markdown for the HTML of lists: anchors, tables, and the boxes around them. Lines keep their numbers. */
function withoutHtml(text: string): string {
  const onOneLine = (source: string) => source.replace(/\s*\n\s*/g, ' ')
  const breaks = (source: string) => '\n'.repeat(source.split('\n').length - 1)
  return text
    .replace(
      /<a\b[^>]*?\bhref\s*=\s*["']?([^"'\s>]+)["']?[^>]*>([\s\S]*?)<\/a>/gi,
      (whole, url: string, label: string) =>
        `[${onOneLine(label.replace(/<[^>]*>/g, '')).trim()}](<${url}>)${breaks(whole)}`,
    )
    .replace(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gi, (whole, row: string) => {
      const cells = onOneLine(row.replace(/<\/t[dh]>/gi, ' ').replace(/<t[dh]\b[^>]*>/gi, '| '))
      return `${cells.trim()} |${breaks(whole)}`
    })
    .replace(/<li\b[^>]*>/gi, '- ')
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

function unitsOf(node: Nodes): LinkLine[] {
  if (node.type === 'list') return node.children.flatMap(unitsOfItem)
  if (node.type === 'paragraph') return linesOf(node)
  if (node.type === 'heading' && linksIn(node.children).length > 0)
    return [{ line: node.position?.start.line ?? 1, form: 'line', nodes: node.children, below: [] }]
  return node.type === 'blockquote' ? node.children.flatMap(unitsOf) : []
}

function unitsOfItem(item: ListItem): LinkLine[] {
  const own = item.children.filter((child) => child.type === 'paragraph')
  const lists = item.children.filter((child) => child.type === 'list')
  const nodes = own.flatMap(({ children }) => children)
  const line = item.position?.start.line ?? 1
  const nested = lists.flatMap((list) => list.children.flatMap(unitsOfItem))
  const below = lists.flatMap(detailsOf)
  // A title by itself, with "[Paper](…)" below it.
  const [lead] = nodes.filter((node) => wordsIn([node]).trim() !== '')
  const isHeading = lead?.type === 'strong' && below.some(({ links }) => links.length > 0)
  if (linksIn(nodes).length === 0 && !isHeading) return nested
  const unit: LinkLine = { line, form: 'item', nodes, below }
  for (const part of nested) part.within ??= unit
  return [unit, ...nested]
}

function detailsOf(list: List): LinkLine['below'] {
  return list.children.map((item) => {
    const own = item.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
    return { nodes: own, links: linksIn(own) }
  })
}

/** The words of some nodes on one line, without HTML and the descriptions of images. */
export function wordsIn(nodes: readonly Nodes[]): string {
  const words = wordsOfNodes(nodes, { includeHtml: false, includeImageAlt: false })
  return words.replace(/\s+/g, ' ')
}

/** A paragraph's lines: a table is one to a parser that knows no tables. */
function linesOf(paragraph: Paragraph): LinkLine[] {
  const first = paragraph.position?.start.line ?? 1
  const children = paragraph.children.map(
    (node): PhrasingContent => (node.type === 'break' ? { type: 'text', value: '\n' } : node),
  )
  const lines = splitAt(children, '\n')
  return lines.flatMap((nodes, at) => {
    const isRow = /^\s*\|/.test(wordsIn(nodes))
    const place = nodes.find(({ position }) => position)?.position?.start.line ?? first + at
    return linksIn(nodes).length === 0
      ? []
      : [{ line: place, form: isRow ? 'row' : 'line', nodes, below: [] }]
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
