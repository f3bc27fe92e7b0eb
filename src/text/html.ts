import type { Root as HastRoot, Parents, RootContent, Text } from 'hast'
import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { escapeMarkup, escapePattern } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { straightPunctuation } from './plain.ts'

const toHast = unified()
  .use(remarkRehype, {
    handlers: {
      inlineMath: (_state, { value }: { value: string }) => mathNode(value, false),
      math: (_state, { value }: { value: string }) => mathNode(value, true),
    },
  })
  .freeze()

// Raw nodes are only mathematics and the marks of evidence: entries are parsed without HTML.
const printer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

function mathNode(tex: string, display: boolean): RawNode {
  return raw(mathmlOf(tex, display) ?? `<code>${escapeMarkup(tex)}</code>`)
}

interface RawNode {
  type: 'raw'
  value: string
}

const raw = (value: string): RawNode => ({ type: 'raw', value })

/**
 * Writes a tree of prose as HTML. Each passage of `evidence` that is an exact quotation of the text is wrapped in `<mark>`, even
 * across emphasis and links.
 */
export function proseHtml(tree: Root, evidence: string | readonly string[] = []): string {
  const hast = toHast.runSync(structuredClone(tree)) as HastRoot
  for (const passage of [evidence].flat()) markQuotation(hast, passage)
  return printer.stringify(hast).trim()
}

/** Wraps the first occurrence of a quotation in `<mark>`, in each text node that it touches. */
function markQuotation(root: HastRoot, quotation: string): void {
  const texts: { node: Text; parent: Parents; start: number }[] = []
  let all = ''
  visit(root, 'text', (node, _index, parent) => {
    if (parent) texts.push({ node, parent, start: all.length })
    all += node.value
  })
  const pattern = straightPunctuation(quotation).split(/\s+/).map(escapePattern).join('\\s+')
  const found = new RegExp(pattern).exec(straightPunctuation(all))
  if (!found) return
  const [from, to] = [found.index, found.index + found[0].length]
  for (const { node, parent, start } of texts) {
    const { value } = node
    const a = Math.max(from - start, 0)
    const b = Math.min(to - start, value.length)
    if (a >= b) continue
    const text = (value: string): Text => ({ type: 'text', value })
    const [before, words, after] = [value.slice(0, a), value.slice(a, b), value.slice(b)].map(text)
    const parts = [before, raw('<mark>'), words, raw('</mark>'), after]
    const children = parent.children as RootContent[]
    children.splice(children.indexOf(node), 1, ...(parts as RootContent[]))
  }
}
