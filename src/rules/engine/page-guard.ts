import type { Nodes, Root } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import remarkMath from 'remark-math'
import type { Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { isSafeAddress } from '../../model/address.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { escapeMarkup } from '../../text/escapes.ts'
import { mathmlOf } from '../../text/math.ts'
import { oneOf, shown } from '../../text/messages.ts'
import { startOf } from '../../text/place.ts'
import { messageForMath } from '../mathematics.ts'
import { isProse, messageForNode } from '../prose-only.ts'
import { messageForLabel } from '../safe-address.ts'
import { nodesIn, type Problem } from './rule.ts'

/** The names of components, with the attributes that each requires. */
type Components = Readonly<Record<string, readonly string[]>>

/** The components that pages of topics and paths may use. */
const paperComponents: Components = { Paper: ['id'] }
/** The components that pages about the list may use; they are in `src/components/prose`. */
const proseComponents: Components = {
  Fact: ['name'],
  Lacks: [],
  Marked: [],
  Query: ['write'],
  Repository: [],
  Section: ['id', 'title'],
  SourceLink: [],
  Term: ['name'],
  Terms: ['look'],
  TopicRules: [],
}

/** Yields a problem for each node of a page's tree other than prose, safe links, valid mathematics and allowed components. */
export function* pageProblems(tree: Root, page: Page): Iterable<Problem> {
  for (const node of nodesIn(tree))
    for (const message of messagesFor(node, page)) yield { ...startOf(node), message }
}

/** A page's path, whose folder determines the allowed components, and its source. */
type Page = Pick<EntryFile, 'path' | 'source'>

function* messagesFor(node: Nodes, { path, source }: Page): Iterable<string> {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    yield* componentMessages(
      node,
      /(?:^|\/)pages\/[^/]*$/.test(path) ? proseComponents : paperComponents,
    )
  } else if (!isProse(node) && node.type !== 'thematicBreak') {
    yield messageForNode(node, source)
  } else if (node.type === 'link') {
    const message = messageForLabel(node)
    if (message) yield message
    if (!isPageAddress(node.url))
      yield `Unexpected address ${shown(node.url, 60)}, expected one that begins with \`https://\`, or an entry. Write \`<Paper id="…" />\` for an entry.`
  } else if (node.type === 'math' || node.type === 'inlineMath') {
    const message = messageForMath(node.value)
    if (message) yield message
    else if (hasProse(node.value))
      yield `Unexpected words ${shown(node.value, 40)} in mathematics, expected TeX. Write \`\\$\` for a dollar sign, and \`\\text{…}\` around words.`
  }
}

/** Whether there are words or code in TeX outside `\text{…}`, which another parser might not read as mathematics. */
function hasProse(tex: string): boolean {
  const rest = tex
    .replace(/\\(?:text\w*|mathrm|mbox|operatorname\*?)\s*\{[^{}]*\}/g, ' ')
    .replace(/\\[a-z]+/gi, ' ')
  return /[a-z]{4}|=>|\(\)|["`]/i.test(rest)
}

/** Whether a page may link to an address: a safe one, a page of this site, or a section of the same page. */
function isPageAddress(address: string): boolean {
  return isSafeAddress(address) || /^(?:\/(?!\/)|#)[\w/#.-]*$/.test(address)
}

/** Yields a message for an unknown component, and for each attribute that is wrong or missing. */
function* componentMessages(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  components: Components,
): Iterable<string> {
  if (!name || !Object.hasOwn(components, name)) {
    const allowed = oneOf(Object.keys(components).map((known) => `<${known}>`))
    yield `Unexpected ${shown(`<${name ?? ''}>`)}, expected ${allowed}. Write Markdown instead.`
    return
  }
  const required = components[name] ?? []
  const example = `<${[name, ...required.map((attribute) => `${attribute}="…"`)].join(' ')} />`
  const given = new Set<string>()
  const wrong = attributes.filter((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return true
    given.add(attribute.name)
    return !required.includes(attribute.name) || typeof attribute.value !== 'string'
  })
  for (const attribute of wrong) {
    const found = 'name' in attribute ? attribute.name : `{${attribute.value}}`
    yield `Unexpected ${shown(found, 40)} in \`<${name}>\`, expected only its own attributes, with values in quotes. Write \`${example}\`.`
  }
  for (const missing of required.filter((attribute) => !given.has(attribute)))
    yield `Unexpected \`<${name}>\` without \`${missing}\`, expected all its attributes. Write \`${example}\`.`
}

/**
 * A remark plugin that fails at the first problem in a page, and otherwise turns its mathematics into MathML. It runs on
 * the same tree that is then compiled.
 */
const pageGuard: Plugin<[], Root> = () => (tree, file) => {
  const page = { path: file.path ?? '', source: String(file) }
  for (const { message, ...place } of pageProblems(tree, page)) file.fail(message, place)
  // Astro would import the file that `layout` names.
  const { frontmatter = {} } = (file.data['astro'] ?? {}) as { frontmatter?: object }
  if ('layout' in frontmatter) file.fail('Unexpected key `layout`, expected facts. Take it out.')
  visit(tree, ['math', 'inlineMath'], (node, index, parent) => {
    if (!parent || index === undefined || !('value' in node)) return
    const value =
      mathmlOf(node.value, node.type === 'math') ?? `<code>${escapeMarkup(node.value)}</code>`
    ;(parent.children as Nodes[])[index] = { type: 'html', value }
  })
}

/** The remark plugins for pages that `@astrojs/mdx` compiles. */
export const pagePlugins = [remarkMath, pageGuard]
