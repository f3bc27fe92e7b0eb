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

/** Whether a node is of a type that prose may have; its children are not checked. */
export function isProse(node: Nodes): boolean {
  return prose.has(node.type)
}

/** Checks that the body has only prose: paragraphs, emphasis, links, lists, quotes, mathematics, and the heading `## Notes`. */
export const proseOnly: EntryRule = {
  name: 'prose-only',
  sentence: 'An entry has only prose, and no code.',
  checksSource: true,
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
      // The dashes above the second entry turn the paragraph before them into a heading.
      if (second && (node.position?.end.line ?? 0) >= second) continue
      if (!isProse(node)) yield { ...startOf(node), message: messageForNode(node, source) }
      const message = node.type === 'heading' && messageForHeading(node, body.children)
      if (message) yield { ...startOf(node), message }
    }
  },
}

/** The line at which the front matter of a second entry begins; 0 if there is none. */
function secondEntry(text: string, bodyStart: number): number {
  // A file that is too large has no body.
  const at =
    bodyStart === 0 ? -1 : text.slice(bodyStart).search(/^---[ \t]*\r?\n(?:title|authors):/m)
  return at < 0 ? 0 : linesOf(text.slice(0, bodyStart + at)).length
}

/** Returns the message for a place at which MDX cannot parse the body. */
export function messageForFault(source: string, { reason, ...place }: BodyFault): string {
  const { before, rest } = sourceAt(source, place)
  return /^(?:[{<]|(?:im|ex)port\b)/.test(rest)
    ? messageForCode(rest, before)
    : `Unexpected text that MDX cannot read (${reason}), expected prose only. Write \`\\{\` and \`\\<\` for braces and angle brackets.`
}

/** Returns the message for a node that is not prose. */
export function messageForNode(node: Nodes, source: string): string {
  const { before, rest } = sourceAt(source, startOf(node))
  if (node.type.startsWith('mdx')) return messageForCode(rest, before)
  const { start, end } = node.position ?? {}
  const length = start && end && start.line === end.line ? end.column - start.column : undefined
  const line = rest.split('\n', 1)[0]?.slice(0, length) ?? ''
  return `Unexpected ${shown(line, 40)}, expected prose only. Take it out, or write a link, \`[words](https://…)\`.`
}

/** The text before a place in its line, and all the text from there on. */
function sourceAt(source: string, { line, column }: Place): { before: string; rest: string } {
  const text = linesOf(source)
    .slice(line - 1)
    .join('\n')
  return { before: text.slice(0, column - 1), rest: text.slice(column - 1) }
}

/** Returns the message for a heading; undefined for the first `## Notes` at the top level if there is text below it. */
function messageForHeading(node: Heading, top: readonly Nodes[]): string | undefined {
  const notes = top.findIndex((other) => other.type === 'heading' && isNotesHeading(other))
  if (top[notes] === node) {
    return notes < top.length - 1
      ? undefined
      : 'Unexpected heading `## Notes` without text below it, expected notes. Write them, or take the heading out.'
  }
  const words = shown(headingText(node), 40)
  return node.position?.end.line === node.position?.start.line
    ? `Unexpected heading ${words}, expected at most one heading, \`## Notes\`. Write \`## Notes\`, or take it out.`
    : `Unexpected heading ${words}, which the line below it turns into one, expected prose only. Put a blank line between them.`
}

/** Returns the message for code, given the text that starts with it and the text before it in its line. */
function messageForCode(rest: string, before: string): string {
  const [found, fix] = codeIn(rest, before)
  return `Unexpected ${found}, which MDX would run as code, expected prose only. ${fix}.`
}

/** Returns the code at the start of a text, quoted for a message, and what to do about it. */
function codeIn(rest: string, before: string): [found: string, fix: string] {
  const [line = ''] = rest.split('\n', 1)
  if (/^(?:import|export)\b/.test(rest)) {
    const word = `&#${rest.charCodeAt(0)};${rest.slice(1, 6)}`
    return [
      shown(line, 40),
      `Take the line out, or write \`${word}\` if it is a word of the abstract`,
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

/** What to write instead of a TeX command or an HTML element. */
const inMarkdown = new Map(
  Object.entries({
    'a url href': '`[words](https://…)`',
    'b strong textbf': '`**words**`',
    'i em textit emph': '`_words_`',
    'p br': 'a blank line between paragraphs',
    sup: 'superscript characters, such as `²`',
    sub: 'subscript characters, such as `₂`',
    'cite citep citet': 'the words that readers see, or take it out',
  }).flatMap(([names, fix]) => names.split(' ').map((name) => [name, fix] as const)),
)
