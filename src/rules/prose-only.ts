import type { Heading, Nodes } from 'mdast'
import { toString as headingText } from 'mdast-util-to-string'
import type { BodyFault } from '../text/body.ts'
import { isNotesHeading } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { linesOf, type Place, startOf, withoutBom } from '../text/place.ts'
import { type EntryRule, nodesIn } from './engine/rule.ts'

const prose = new Set(
  'root paragraph text emphasis strong link inlineCode code inlineMath math list listItem blockquote break heading'.split(
    ' ',
  ),
)

/** Whether a node is prose by itself, whatever is in it. */
export function isProse(node: Nodes): boolean {
  return prose.has(node.type)
}

/** The body is prose: paragraphs, emphasis, links, lists, quotes, mathematics, and one heading, `## Notes`. */
export const proseOnly: EntryRule = {
  name: 'prose-only',
  sentence: 'An entry is prose, never a program.',
  asWritten: true,
  *check({ source, body, bodyFaults, frontMatter }) {
    const second = secondEntry(withoutBom(source), frontMatter.bodyStart)
    if (second) {
      const message =
        'Unexpected second entry, expected one entry per file. Move it into a file of its own.'
      yield { line: second, column: 1, message }
    }
    for (const fault of bodyFaults)
      if (fault.line < second || !second)
        yield { ...fault, message: messageForFault(source, fault) }
    for (const node of nodesIn(body)) {
      // The line of dashes makes a heading of the words above it.
      if (second && (node.position?.end.line ?? 0) >= second) continue
      if (!isProse(node)) yield { ...startOf(node), message: messageForNode(node, source) }
      const message = node.type === 'heading' && messageForHeading(node, body.children)
      if (message) yield { ...startOf(node), message }
    }
  },
}

/** The line at which the facts of another entry begin below the first one; 0 where there is none. */
function secondEntry(text: string, bodyStart: number): number {
  // What is too long to be read has no body.
  const at =
    bodyStart === 0 ? -1 : text.slice(bodyStart).search(/^---[ \t]*\r?\n(?:title|authors):/m)
  return at < 0 ? 0 : linesOf(text.slice(0, bodyStart + at)).length
}

/** What to say of a place at which MDX cannot read the body. */
export function messageForFault(source: string, { reason, ...place }: BodyFault): string {
  const { before, rest } = sourceAt(source, place)
  return /^(?:[{<]|(?:im|ex)port\b)/.test(rest)
    ? messageForCode(rest, before)
    : `Unexpected text that MDX cannot read (${reason}), expected prose only. Write \`\\{\` and \`\\<\` for braces and angle brackets.`
}

/** What to say of a node that is no prose. */
export function messageForNode(node: Nodes, source: string): string {
  const { before, rest } = sourceAt(source, startOf(node))
  if (node.type.startsWith('mdx')) return messageForCode(rest, before)
  const { start, end } = node.position ?? {}
  const length = start && end && start.line === end.line ? end.column - start.column : undefined
  const line = rest.split('\n', 1)[0]?.slice(0, length) ?? ''
  return `Unexpected ${shown(line, 40)}, expected prose only. Take it out, or write a link, \`[words](https://…)\`.`
}

/** What stands before a place in its line, and everything behind it. */
function sourceAt(source: string, { line, column }: Place): { before: string; rest: string } {
  const text = linesOf(source)
    .slice(line - 1)
    .join('\n')
  return { before: text.slice(0, column - 1), rest: text.slice(column - 1) }
}

/** What to say of a heading other than one `## Notes` at the top level, with words below it. */
function messageForHeading(node: Heading, top: readonly Nodes[]): string | undefined {
  const notes = top.findIndex((other) => other.type === 'heading' && isNotesHeading(other))
  if (top[notes] === node) {
    return notes < top.length - 1
      ? undefined
      : 'Unexpected heading `## Notes` without words below it, expected notes. Write them, or take the heading out.'
  }
  const words = shown(headingText(node), 40)
  return node.position?.end.line === node.position?.start.line
    ? `Unexpected heading ${words}, expected at most one heading, \`## Notes\`. Write it that way, or take it out.`
    : `Unexpected heading ${words}, which the line below it makes one, expected prose only. Write a blank line between them.`
}

/** The message for text that MDX reads as code, from the text that begins with it and what stands before it in its line. */
function messageForCode(rest: string, before: string): string {
  const [found, cure] = codeIn(rest, before)
  return `Unexpected ${found}, which MDX would run as code, expected prose only. ${cure}.`
}

/** The code with which a text begins, as it is shown, and what to do instead. */
function codeIn(rest: string, before: string): [found: string, cure: string] {
  const [line = ''] = rest.split('\n', 1)
  if (/^(?:import|export)\b/.test(rest)) {
    const word = `&#${rest.charCodeAt(0)};${rest.slice(1, 6)}`
    return [
      shown(line, 40),
      `Take the line out, or write \`${word}\` where it is a word of the abstract`,
    ]
  }
  const comment = /^<!--.*?(?:-->|$)|^\{\s*\/\*.*?(?:\*\/\s*\}|$)/s.exec(rest)?.[0]
  if (comment) return [`comment ${shown(comment, 40)}`, 'Take it out']
  const address = /^<(https?:[^>\s]+)>/.exec(rest)?.[1]
  if (address) return [shown(`<${address}>`, 60), `Write ${shown(`[${address}](${address})`, 300)}`]
  const code =
    /^\{[^{}]*\}|^\{|^<\/?[^<>{}]*>|^<[/!?]?[\w.:-]{0,12}/.exec(rest)?.[0].replace(/[.:-]+$/, '') ??
    '<'
  const command = rest.startsWith('{') && /\\([a-zA-Z]+)\*?\s*$/.exec(before)?.[1]
  const element = /^<\/?([a-z]+)(?=[\s/>])/i.exec(code)?.[1]?.toLowerCase()
  const instead = inMarkdown.get(command || element || '')
  const found = shown(command ? `\\${command}${code}` : code, 40)
  return [found, `Write ${instead ?? `${shown(`\\${code}`, 40)} to show it as text`}`]
}

/** What to write instead of commands of TeX and elements of HTML that prose has another way for. */
const inMarkdown = new Map(
  Object.entries({
    'a url href': '`[words](https://…)`',
    'b strong textbf': '`**words**`',
    'i em textit emph': '`_words_`',
    'p br': 'a blank line between paragraphs',
    sup: 'the raised characters themselves, such as `²`',
    sub: 'the lowered characters themselves, such as `₂`',
    'cite citep citet': 'the words that readers see, or take it out',
  }).flatMap(([names, cure]) => names.split(' ').map((name) => [name, cure] as const)),
)
