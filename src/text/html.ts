import type {
  Element,
  ElementContent,
  RootContent as HastContent,
  Root as HastRoot,
  Text,
} from 'hast'
import type { Root } from 'mdast'
import rehypeStringify from 'rehype-stringify'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { escapePattern } from './escapes.ts'
import { mathmlOf } from './math.ts'
import { asTyped } from './plain.ts'

const toHast = unified()
  .use(remarkRehype, {
    handlers: {
      inlineMath: (_state, node: { value: string }) => mathNode(node.value, false),
      math: (_state, node: { value: string }) => mathNode(node.value, true),
    },
  })
  .freeze()

// Raw nodes are only ever the MathML that `mathNode` made; the parser of entries yields none.
const printer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze()

function mathNode(tex: string, display: boolean): Element | { type: 'raw'; value: string } {
  const mathml = mathmlOf(tex, display)
  if (mathml) return { type: 'raw', value: mathml }
  return {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: tex }],
  }
}

/**
 * A tree of prose as HTML. Each passage of `evidence` that is an exact quotation of the text is wrapped in `<mark>`, also
 * where it runs across emphasis or links.
 */
export function proseHtml(tree: Root, evidence: string | readonly string[] = []): string {
  const hast = toHast.runSync(structuredClone(tree)) as HastRoot
  for (const passage of [evidence].flat()) markQuotation(hast, passage)
  return printer.stringify(hast).trim()
}

function markQuotation(root: HastRoot, quotation: string): void {
  const texts: { node: Text; parent: HastRoot | Element; start: number }[] = []
  let all = ''
  const collect = (parent: HastRoot | Element) => {
    for (const child of parent.children) {
      if (child.type === 'text') {
        texts.push({ node: child, parent, start: all.length })
        all += child.value
      } else if (child.type === 'element') collect(child)
    }
  }
  collect(root)
  const pattern = asTyped(quotation).split(/\s+/).map(escapePattern).join('\\s+')
  const found = new RegExp(pattern).exec(asTyped(all))
  if (!found) return
  const [from, to] = [found.index, found.index + found[0].length]
  for (const { node, parent, start } of texts) {
    const a = Math.max(from - start, 0)
    const b = Math.min(to - start, node.value.length)
    if (a >= b) continue
    const parts = [
      text(node.value.slice(0, a)),
      mark(node.value.slice(a, b)),
      text(node.value.slice(b)),
    ].filter((part) => part.type === 'element' || part.value)
    const children = parent.children as HastContent[]
    children.splice(children.indexOf(node), 1, ...(parts as HastContent[]))
  }
}

function text(value: string): Text {
  return { type: 'text', value }
}

function mark(value: string): ElementContent & Element {
  return { type: 'element', tagName: 'mark', properties: {}, children: [text(value)] }
}
