import type { Nodes, Root, RootContent } from 'mdast'
import { toString as headingText } from 'mdast-util-to-string'
import type { BodyFault } from '../text/body.ts'
import { type EntryFile, isNotesHeading, notesHeading } from '../text/entry-file.ts'
import { sayOfCode } from './engine/code-in-prose.ts'
import type { EntryRule, Remark } from './engine/rule.ts'
import { shown } from './engine/words.ts'

const prose = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'link',
  'inlineCode',
  'code',
  'inlineMath',
  'math',
  'list',
  'listItem',
  'blockquote',
  'break',
])

/** The body is prose: paragraphs, emphasis, links, lists, quotes, mathematics, and one heading, `## Notes`. */
export const proseOnly: EntryRule = {
  name: 'prose-only',
  sentence: 'An entry is prose, never a program.',
  asWritten: true,
  *check(file) {
    for (const fault of file.bodyFaults) yield { ...fault, message: sayOfFault(file, fault) }
    yield* nodes(file.body, file)
    yield* headings(file)
  },
}

/** What to say of a place at which MDX has no reading for the body. */
export function sayOfFault(file: EntryFile, { line, column, reason }: BodyFault): string {
  const source = sourceFrom(file, line, 1)
  const rest = source.slice(column - 1)
  if (/^(?:[{<]|(?:im|ex)port\b)/.test(rest)) {
    return sayOfCode(rest.split('\n', 1)[0] ?? '', source.slice(0, column - 1))
  }
  return `Unexpected text that MDX cannot read (${reason}), expected prose only. Write \`\\{\` and \`\\<\` for braces and angle brackets.`
}

function* nodes(node: Nodes, file: EntryFile): Iterable<Remark> {
  if (!prose.has(node.type) && node.type !== 'heading') {
    const { line = 1, column = 1 } = node.position?.start ?? {}
    const source = sourceFrom(file, line, 1)
    yield {
      line,
      column,
      message: sayOfNode(node, source.slice(column - 1), source.slice(0, column - 1)),
    }
  }
  if ('children' in node) for (const child of node.children) yield* nodes(child, file)
}

function sourceFrom({ source }: EntryFile, line: number, column: number): string {
  const lines = source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(line - 1)
  return [lines[0]?.slice(column - 1) ?? '', ...lines.slice(1)].join('\n')
}

function sayOfNode(node: Nodes, source: string, before: string): string {
  const { start, end } = node.position ?? {}
  const length = start && end && start.line === end.line ? end.column - start.column : undefined
  const line = (source.split('\n', 1)[0] ?? '').slice(0, length)
  switch (node.type) {
    case 'image':
    case 'imageReference':
      return `Unexpected image ${shown(line, 40)}, expected prose only. Write a link, \`[words](https://…)\`, or take it out.`
    case 'definition':
      return `Unexpected definition ${shown(line, 40)}, expected prose only. Write the address in the link itself, \`[words](https://…)\`.`
    case 'linkReference':
      return `Unexpected reference ${shown(line, 40)}, expected a link with its address. Write \`[words](https://…)\`.`
    case 'thematicBreak':
      return `Unexpected line ${shown(line, 20)}, expected prose only. Take it out.`
    default:
      return sayOfCode(source, before)
  }
}

function* headings({ body }: EntryFile): Iterable<Remark> {
  let notes: RootContent | undefined
  for (const [index, node] of body.children.entries()) {
    if (node.type !== 'heading') continue
    const { line = 1, column = 1 } = node.position?.start ?? {}
    if (!isNotesHeading(node)) {
      yield { line, column, message: sayOfHeading(node) }
    } else if (notes) {
      yield {
        line,
        column,
        message: `Unexpected second heading \`## ${notesHeading}\`, expected one. Move its words below the first one.`,
      }
    } else {
      notes = node
      if (index === body.children.length - 1) {
        yield {
          line,
          column,
          message: `Unexpected heading \`## ${notesHeading}\` without words below it, expected notes. Write them, or take the heading out.`,
        }
      }
    }
  }
  yield* deepHeadings(body)
}

/** Headings inside lists and quotes, where none begins the notes. */
function* deepHeadings(body: Root): Iterable<Remark> {
  for (const block of body.children) {
    if (!('children' in block) || block.type === 'heading') continue
    for (const node of inside(block)) {
      if (node.type !== 'heading') continue
      const { line = 1, column = 1 } = node.position?.start ?? {}
      yield { line, column, message: sayOfHeading(node) }
    }
  }
}

function* inside(node: Nodes): Iterable<Nodes> {
  if (!('children' in node)) return
  for (const child of node.children) {
    yield child
    yield* inside(child)
  }
}

function sayOfHeading(node: Extract<Nodes, { type: 'heading' }>): string {
  const underlined = node.position?.end.line !== node.position?.start.line
  if (underlined) {
    return `Unexpected line of \`${node.depth === 1 ? '===' : '---'}\` below a paragraph, which makes it a heading, expected prose only. Write a blank line instead.`
  }
  const words = headingText(node).trim()
  if (/^notes?\b\W*$/i.test(words)) {
    return `Unexpected heading ${shown(words)} of level ${node.depth}, expected \`## ${notesHeading}\`. Write it so.`
  }
  if (/^(?:abstract|summary)\b\W*$/i.test(words)) {
    return `Unexpected heading ${shown(words)}, expected the abstract without one. Take the line out.`
  }
  return `Unexpected heading of level ${node.depth}, expected \`## ${notesHeading}\` or none. Write a paragraph.`
}
