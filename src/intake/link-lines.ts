import type { Link, List, ListItem, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'
import { toString as wordsOfNodes } from 'mdast-util-to-string'
import { remark } from 'remark'

/** One line of a link list: a list's item, a table's row, or a line that stands by itself. */
export interface LinkLine {
  /** From 1. */
  line: number
  form: 'item' | 'row' | 'line'
  nodes: PhrasingContent[]
  /** What is listed below it, one line each. */
  below: { text: string; links: Link[] }[]
  /** The item that it is listed below. */
  within?: LinkLine
}

const markdown = remark().freeze()

/** The lines of a Markdown link list that hold a link, in their order. */
export function linesWithLinks(text: string): LinkLine[] {
  const tree: Root = markdown.parse(text)
  return tree.children.flatMap((node) => unitsOf(node))
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
  return node.type === 'blockquote' ? node.children.flatMap(unitsOf) : []
}

function unitsOfItem(item: ListItem): LinkLine[] {
  const own = item.children.filter((child) => child.type === 'paragraph')
  const lists = item.children.filter((child) => child.type === 'list')
  const nodes = own.flatMap(({ children }) => children)
  const line = item.position?.start.line ?? 1
  const nested = lists.flatMap((list) => list.children.flatMap(unitsOfItem))
  if (linksIn(nodes).length === 0) return nested
  const unit: LinkLine = { line, form: 'item', nodes, below: lists.flatMap(detailsOf) }
  for (const part of nested) part.within ??= unit
  return [unit, ...nested]
}

function detailsOf(list: List): LinkLine['below'] {
  return list.children.map((item) => {
    const own = item.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []))
    return { text: wordsIn(own), links: linksIn(own) }
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
  const lines: PhrasingContent[][] = [[]]
  for (const node of paragraph.children) {
    const parts = node.type === 'text' ? node.value.split('\n') : [undefined]
    for (const [at, value] of parts.entries()) {
      if (at > 0 || node.type === 'break') lines.push([])
      const part = value === undefined ? node : { type: 'text' as const, value }
      if (part.type !== 'break') lines.at(-1)?.push(part)
    }
  }
  return lines.flatMap((nodes, at) => {
    const isRow = /^\s*\|/.test(wordsIn(nodes))
    const place = nodes.find(({ position }) => position)?.position?.start.line ?? first + at
    return linksIn(nodes).length === 0
      ? []
      : [{ line: place, form: isRow ? 'row' : 'line', nodes, below: [] }]
  })
}
