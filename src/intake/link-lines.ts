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
  titleCell?: number
}

const markdown = remark().freeze()

/** Stands for a bar that is a cell's own, `\|`, while bars part the cells. */
const ownBar = '\uFDD4'

/** Every line of a Markdown link list in its order, those without a link, too. An address in words or code is a link. */
export function listLines(text: string): LinkLine[] {
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
      const { position = target.position } = node
      const place = { ...(position && { position }), url: target.url, title: target.title ?? null }
      parent.children[at] =
        node.type === 'linkReference'
          ? { ...place, type: 'link', children: node.children }
          : { ...place, type: 'image', alt: node.alt ?? null }
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
  return node.type === 'definition'
    ? one('block', {
        ...node,
        type: 'link',
        children: [{ type: 'text', value: node.label ?? node.identifier }],
      })
    : []
}

function lineOfItem(item: ListItem): LinkLine {
  const own = item.children.filter((child) => child.type === 'paragraph')
  const nodes = own.flatMap(({ children }, at): PhrasingContent[] =>
    at > 0 ? [{ type: 'text', value: '\n' }, ...children] : children,
  )
  const others = item.children.filter((child) => child.type !== 'paragraph')
  const line = item.position?.start.line ?? 1
  return { line, form: 'item', nodes, below: others.flatMap(linesOfNode) }
}

/** The words of some nodes on one line, without HTML and the descriptions of images. */
export function lineText(nodes: readonly Nodes[]): string {
  const words = wordsOfNodes(nodes, { includeHtml: false, includeImageAlt: false })
  return words.replaceAll(ownBar, '|').replace(/\s+/g, ' ')
}

/** A paragraph's lines: a table is one to a parser that knows no tables. The row above the dashes names its columns. */
function linesOfParagraph(paragraph: Paragraph): LinkLine[] {
  const first = paragraph.position?.start.line ?? 1
  const children = paragraph.children.map(
    (node): PhrasingContent => (node.type === 'break' ? { type: 'text', value: '\n' } : node),
  )
  const lines = splitAt(children, '\n')
  const isDashes = (nodes?: PhrasingContent[]) =>
    nodes !== undefined && /^[\s|:-]*-[\s|:-]*\|?[\s|:-]*$/.test(lineText(nodes))
  let titleCell: number | undefined
  return lines.flatMap((nodes, at): LinkLine[] => {
    const isRow = /^\s*\|/.test(lineText(nodes))
    const place = nodes.find(({ position }) => position)?.position?.start.line ?? first + at
    const isHead = isDashes(lines[at + 1]) && linksIn(nodes).length === 0
    if (isHead) {
      const names = splitAt(nodes, '|').map(lineText)
      titleCell = names.findIndex((name) => /^\W*(?:title|paper|name)\b/i.test(name))
    }
    return isHead || isDashes(nodes)
      ? []
      : [
          {
            line: place,
            form: isRow ? 'row' : 'line',
            nodes,
            below: [],
            ...(titleCell !== undefined && { titleCell }),
          },
        ]
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
