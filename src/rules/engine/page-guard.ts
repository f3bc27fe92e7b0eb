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
import { mathFault } from '../mathematics.ts'
import { isProse, messageForNode } from '../prose-only.ts'
import { labelFault } from '../safe-address.ts'
import { nodesIn, type Remark } from './rule.ts'

type Components = Readonly<Record<string, readonly string[]>>

/** The components that pages of topics and paths may use, with the attributes that each needs and takes. */
const ofPapers: Components = { Paper: ['id'] }
/** Those of the pages about the list: `src/components/prose`. */
const ofProse: Components = {
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

/** What a page may not have, wherever it stands in its tree: everything but prose, safe links and the named components. */
export function* pageFaults(tree: Root, page: Page): Iterable<Remark> {
  for (const node of nodesIn(tree))
    for (const message of faultsOf(node, page)) yield { ...startOf(node), message }
}

/** A page's text, and its file, whose folder says which components it may use. */
type Page = Pick<EntryFile, 'path' | 'source'>

function* faultsOf(node: Nodes, { path, source }: Page): Iterable<string> {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    yield* ofComponent(node, /(?:^|\/)pages\/[^/]*$/.test(path) ? ofProse : ofPapers)
  } else if (!isProse(node) && node.type !== 'thematicBreak') {
    yield messageForNode(node, source)
  } else if (node.type === 'link') {
    const message = labelFault(node)
    if (message) yield message
    if (!isPageAddress(node.url))
      yield `Unexpected address ${shown(node.url, 60)}, expected one that begins with \`https://\`, or an entry. Write \`<Paper id="…" />\` for an entry.`
  } else if (node.type === 'math' || node.type === 'inlineMath') {
    const message = mathFault(node.value)
    if (message) yield message
    else if (hasWords(node.value))
      yield `Unexpected words ${shown(node.value, 40)} in mathematics, expected TeX. Write \`\\$\` for a dollar sign, and \`\\text{…}\` around words.`
  }
}

/** Whether words or code stand in TeX outside of `\text{…}`: nobody should have to ask which parser takes them for what. */
function hasWords(tex: string): boolean {
  const signs = tex
    .replace(/\\(?:text\w*|mathrm|mbox|operatorname\*?)\s*\{[^{}]*\}/g, ' ')
    .replace(/\\[a-z]+/gi, ' ')
  return /[a-z]{4}|=>|\(\)|["`]/i.test(signs)
}

/** Whether a page may link to an address: a safe one, one of this site, or a place on the page. */
function isPageAddress(address: string): boolean {
  return isSafeAddress(address) || /^(?:\/(?!\/)|#)[\w/#.-]*$/.test(address)
}

/** A component has just the attributes that it takes, each a text in quotes. */
function* ofComponent(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  components: Components,
): Iterable<string> {
  if (!name || !Object.hasOwn(components, name)) {
    const allowed = oneOf(Object.keys(components).map((known) => `<${known}>`))
    yield `Unexpected ${shown(`<${name ?? ''}>`)}, expected ${allowed}. Write Markdown instead.`
    return
  }
  const takes = components[name] ?? []
  const whole = `<${[name, ...takes.map((taken) => `${taken}="…"`)].join(' ')} />`
  const given = new Set<string>()
  const wrong = attributes.filter((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return true
    given.add(attribute.name)
    return !takes.includes(attribute.name) || typeof attribute.value !== 'string'
  })
  for (const attribute of wrong) {
    const what = 'name' in attribute ? attribute.name : `{${attribute.value}}`
    yield `Unexpected ${shown(what, 40)} in \`<${name}>\`, expected what it takes, as text in quotes. Write \`${whole}\`.`
  }
  for (const needed of takes.filter((one) => !given.has(one)))
    yield `Unexpected \`<${name}>\` without \`${needed}\`, expected all that it takes. Write \`${whole}\`.`
}

/**
 * A remark plugin that lets a page be compiled only if it is prose: it runs on the very tree that is compiled, and fails at
 * the first fault. Then it turns mathematics into MathML.
 */
const guardPage: Plugin<[], Root> = () => (tree, file) => {
  const page = { path: file.path ?? '', source: String(file) }
  for (const { message, ...place } of pageFaults(tree, page)) file.fail(message, place)
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

/** The remark plugins of every page that `@astrojs/mdx` compiles. The check asks the same of the same tree. */
export const pagePlugins = [remarkMath, guardPage]
