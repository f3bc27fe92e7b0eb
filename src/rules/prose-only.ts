import type { Heading, Nodes } from 'mdast'
import { toString as headingText } from 'mdast-util-to-string'
import type { BodyFault } from '../text/body.ts'
import { type EntryFile, isNotesHeading, notesHeading } from '../text/entry-file.ts'
import { shown } from '../text/messages.ts'
import { linesOf, type Place, placeAt, startOf, withoutMark } from '../text/place.ts'
import { type EntryRule, nodesIn, type Remark } from './engine/rule.ts'

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
  *check(file) {
    const second = secondEntry(file)
    if (second) {
      const message =
        'Unexpected second entry, expected one entry per file. Move it into a file of its own.'
      yield { line: second, column: 1, message }
    }
    yield* remarksOn(file, second)
  },
}

/** The line at which the facts of another entry begin below the first one. */
function secondEntry({ source, frontMatter, excess }: EntryFile): number | undefined {
  if (excess) return undefined
  const body = withoutMark(source).slice(frontMatter.bodyStart)
  const at = body.search(/^---[ \t]*\r?\n(?:title|authors|published|paper): /m)
  return at < 0 ? undefined : placeAt(withoutMark(source), frontMatter.bodyStart + at).line
}

function* remarksOn(
  { source, body, bodyFaults }: EntryFile,
  end = Number.POSITIVE_INFINITY,
): Iterable<Remark> {
  for (const fault of bodyFaults)
    if (fault.line < end) yield { ...fault, message: messageForFault(source, fault) }
  for (const node of nodesIn(body)) {
    if ((node.position?.end.line ?? 0) >= end) continue
    if (!isProse(node)) yield { ...startOf(node), message: messageForNode(node, source) }
    const message = node.type === 'heading' && messageForHeading(node, body.children)
    if (message) yield { ...startOf(node), message }
  }
}

/** What to say of a place at which MDX cannot read the body. */
export function messageForFault(source: string, { reason, ...place }: BodyFault): string {
  const { before, rest } = sourceAt(source, place)
  if (/^(?:[{<]|(?:im|ex)port\b)/.test(rest)) return messageForCode(rest.split('\n', 1)[0], before)
  return `Unexpected text that MDX cannot read (${reason}), expected prose only. Write \`\\{\` and \`\\<\` for braces and angle brackets.`
}

/** What stands before a place in its line, and everything behind it. */
function sourceAt(source: string, { line, column }: Place): { before: string; rest: string } {
  const text = linesOf(source)
    .slice(line - 1)
    .join('\n')
  return { before: text.slice(0, column - 1), rest: text.slice(column - 1) }
}

/** What Markdown has beside prose and code, and what messages call it. */
const noProse = new Map([
  ['image', 'image'],
  ['imageReference', 'image'],
  ['definition', 'definition'],
  ['linkReference', 'reference'],
  ['thematicBreak', 'line'],
])

/** What to say of a node that is no prose. */
export function messageForNode(node: Nodes, source: string): string {
  const { before, rest } = sourceAt(source, startOf(node))
  const { start, end } = node.position ?? {}
  const length = start && end && start.line === end.line ? end.column - start.column : undefined
  const line = rest.split('\n', 1)[0]?.slice(0, length) ?? ''
  const name = noProse.get(node.type)
  if (name === undefined) return messageForCode(rest, before)
  const cure =
    name === 'line' ? 'Take it out' : 'Write a link, `[words](https://…)`, or take it out'
  return `Unexpected ${name} ${shown(line, 40)}, expected prose only. ${cure}.`
}

/** What to say of a heading other than one `## Notes` at the top level, with words below it. */
function messageForHeading(node: Heading, top: readonly Nodes[]): string | undefined {
  const words = headingText(node).trim()
  const at = top.indexOf(node)
  if (at >= 0 && isNotesHeading(node)) {
    if (top.slice(0, at).some((other) => other.type === 'heading' && isNotesHeading(other))) {
      return `Unexpected second heading \`## ${notesHeading}\`, expected one. Move its words below the first one.`
    }
    return at < top.length - 1
      ? undefined
      : `Unexpected heading \`## ${notesHeading}\` without words below it, expected notes. Write them, or take the heading out.`
  }
  if (node.position?.end.line !== node.position?.start.line) {
    return `Unexpected line of \`${node.depth === 1 ? '===' : '---'}\` below a paragraph, which makes it a heading, expected prose only. Write a blank line instead.`
  }
  if (/^notes?\b\W*$/i.test(words)) {
    return `Unexpected heading ${shown(words)} of level ${node.depth}, expected \`## ${notesHeading}\`. Write it that way.`
  }
  if (/^(?:abstract|summary)\b\W*$/i.test(words)) {
    return `Unexpected heading ${shown(words)}, expected the abstract without one. Take the line out.`
  }
  return `Unexpected heading of level ${node.depth}, expected \`## ${notesHeading}\` or none. Write a paragraph.`
}

/** The message for text that MDX reads as code, from the text that begins with it and what stands before it in its line. */
function messageForCode(rest = '', before = ''): string {
  const only = 'expected prose only'
  if (/^(?:import|export)\b/.test(rest)) {
    const word = rest.slice(0, 6)
    const entity = `&#${word.charCodeAt(0)};${word.slice(1)}`
    return `Unexpected ${shown(rest.split('\n', 1)[0] ?? '', 40)}, which MDX would run as code, ${only}. Take the line out, or write \`${entity}\` where it is a word of the abstract.`
  }
  const comment = /^<!--.*?(?:-->|$)|^\{\s*\/\*.*?(?:\*\/\s*\}|$)/s.exec(rest)?.[0]
  if (comment) return `Unexpected comment ${shown(comment, 40)}, ${only}. Take it out.`
  const address = /^<(https?:[^>\s]+)>/.exec(rest)?.[1]
  if (address) {
    return `Unexpected ${shown(`<${address}>`, 60)}, which MDX reads as a tag, ${only}. Write ${shown(`[${address}](${address})`, 300)}.`
  }
  if (rest.startsWith('{')) {
    const command = /\\([a-zA-Z]+)\*?\s*$/.exec(before)?.[1]
    const argument = /^\{([^{}]*)\}/.exec(rest)?.[1]
    if (command && argument !== undefined) {
      const words = shownCode(argument)
      return `Unexpected TeX command \`\\${command}{${words}}\`, whose braces MDX would run as code, ${only}. Write ${inMarkdown.get(command) ?? `\`${words}\``}.`
    }
    const code = shownCode(/^\{[^{}]*\}/.exec(rest)?.[0] ?? '{')
    const cure = code.length > 1 ? `\`\\${code}\` to show the braces` : '`\\{` to show the brace'
    return `Unexpected \`${code}\`, which MDX would run as code, ${only}. Write ${cure}.`
  }
  const tag = shownCode(
    /^<\/?[^<>{}]*>|^<[/!?]?[\w.:-]{0,12}/.exec(rest)?.[0].replace(/[.:-]+$/, '') ?? '<',
  )
  const name = /^<\/?([a-z]+)(?=[\s/>])/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  return `Unexpected \`${tag}\`, which MDX would run as code, ${only}. Write ${inMarkdown.get(name) ?? `\`\\${tag}\` to show it as text`}.`
}

/** Code on one line, short enough for a message. */
function shownCode(code: string): string {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
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
