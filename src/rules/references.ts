import type { Nodes } from 'mdast'
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx'
import { isSafeAddress } from '../model/address.ts'
import { topicFacts } from '../model/topic.ts'
import { nearestName } from '../similarity/edit-distance.ts'
import type { EntryFile } from '../text/entry-file.ts'
import { startOf } from '../text/place.ts'
import type { ListRule, Remark, Surroundings } from './engine/rule.ts'
import { type Described, schemaRemarks } from './engine/schema-remarks.ts'
import { oneOf, shown } from './engine/words.ts'
import { frontmatterSyntax } from './frontmatter-syntax.ts'
import { sayOfFault, sayOfNode } from './prose-only.ts'

/** The components that pages of topics and paths may use, with the attributes that each takes. */
const components: Readonly<Record<string, readonly string[]>> = { Paper: ['id'] }

const examples = new Map([
  ['name', 'name: "Safety"'],
  ['order', 'order: 2'],
  ['description', 'description: "One line: what is on the shelf."'],
  ['include', 'include: "The rule that puts a paper here."'],
  ['exclude', 'exclude: "What belongs elsewhere, and where."'],
])

const topic: Described = {
  schema: topicFacts,
  keys: () => Object.keys(topicFacts.shape),
  example: (key) => examples.get(key),
}

/** Pages of topics and paths name entries that exist, use the few components that they may, and run nothing. */
export const references: ListRule = {
  name: 'references',
  sentence:
    'Pages of topics and paths name entries by their ids, with the one component that there is, and run no code.',
  *check({ pages, entries }, around) {
    const ids = new Set(entries.map(({ id }) => id))
    for (const page of pages) {
      for (const remark of ofPage(page, ids, around)) yield { ...remark, path: page.path }
    }
  },
}

function* ofPage(
  page: EntryFile,
  ids: ReadonlySet<string>,
  around: Surroundings,
): Iterable<Remark> {
  if (page.excess) {
    const { line, column } = page.excess
    const message = 'Unexpected page of this size or nesting, expected a short one. Write less.'
    yield { line, column, message }
    return
  }
  yield* frontmatterSyntax.check(page, around)
  for (const fault of page.bodyFaults) yield { ...fault, message: sayOfFault(page, fault) }
  if (/(?:^|\/)topics\/[^/]*$/.test(page.path)) yield* schemaRemarks(topic, page.frontMatter)
  yield* ofNode(page.body, page, ids)
}

function* ofNode(node: Nodes, page: EntryFile, ids: ReadonlySet<string>): Iterable<Remark> {
  for (const message of faultsOf(node, page, ids)) yield { ...startOf(node), message }
  if ('children' in node) for (const child of node.children) yield* ofNode(child, page, ids)
}

function* faultsOf(node: Nodes, page: EntryFile, ids: ReadonlySet<string>): Iterable<string> {
  switch (node.type) {
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      yield* ofComponent(node, ids)
      break
    case 'mdxjsEsm':
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      yield sayOfNode(node, page)
      break
    case 'link':
    case 'definition':
    case 'image':
      if (!isSafeAddress(node.url) && !/^(?:\/(?!\/)|#)[\w/#.-]*$/.test(node.url)) {
        yield `Unexpected address ${shown(node.url, 60)}, expected one that begins with \`https://\`, or an entry. Write \`<Paper id="…" />\` for an entry.`
      }
      break
  }
}

function* ofComponent(
  { name, attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  ids: ReadonlySet<string>,
): Iterable<string> {
  if (!name || !Object.hasOwn(components, name)) {
    const allowed = oneOf(Object.keys(components).map((known) => `<${known}>`))
    yield `Unexpected ${shown(`<${name ?? ''}>`)}, expected ${allowed}. Write Markdown instead.`
    return
  }
  const takes = components[name] ?? []
  for (const attribute of attributes) {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      yield `Unexpected \`{${attribute.value}}\` in \`<${name}>\`, expected ${oneOf(takes)}. Take it out.`
    } else if (!takes.includes(attribute.name)) {
      yield `Unexpected attribute ${shown(attribute.name)} in \`<${name}>\`, expected ${oneOf(takes)}. Take it out.`
    } else if (typeof attribute.value !== 'string') {
      yield `Unexpected code as \`${attribute.name}\` of \`<${name}>\`, expected text in quotes. Write \`<${name} ${attribute.name}="…" />\`.`
    } else if (!ids.has(attribute.value)) {
      const near = nearestName(attribute.value, [...ids])
      yield `Unexpected entry ${shown(attribute.value, 100)}, expected the id of one in the list. ${near ? `Did you mean \`${near}\`?` : 'Write the name of its file, without `.mdx`.'}`
    }
  }
  const given = new Set(attributes.map((attribute) => 'name' in attribute && attribute.name))
  for (const needed of takes) {
    if (given.has(needed)) continue
    yield `Unexpected \`<${name}>\` without \`${needed}\`, expected the id of an entry. Write \`<${name} ${needed}="…" />\`.`
  }
}
