import type { Root } from 'mdast'
import { mdxFromMarkdown, mdxToMarkdown } from 'mdast-util-mdx'
import { mdxExpression } from 'micromark-extension-mdx-expression'
import { mdxJsx } from 'micromark-extension-mdx-jsx'
import { mdxMd } from 'micromark-extension-mdx-md'
import { mdxjsEsm } from 'micromark-extension-mdxjs-esm'
import { remark } from 'remark'
import remarkMath from 'remark-math'
import type { Processor } from 'unified'

function refuse(): never {
  throw Object.assign(new Error('No statements'), { pos: 0 })
}
/** Takes the place of MDX's JavaScript parser, so that every statement is refused. */
const noJavaScript = { parse: refuse, parseExpressionAt: refuse }

/** The syntax of MDX. `remark-mdx` would also parse the code, with a parser that weighs 74 KB in the browser. */
function mdxSigns(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push(
    mdxjsEsm({ acorn: noJavaScript }),
    mdxExpression(),
    mdxJsx(),
    mdxMd(),
  )
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(mdxFromMarkdown())
  data.toMarkdownExtensions ??= []
  data.toMarkdownExtensions.push(mdxToMarkdown())
}

/**
 * The remark processor for entries. It parses them as MDX does, so that everything that MDX would run is recognised, and writes
 * them in canonical form. Nothing is ever compiled or evaluated.
 */
const processor = remark()
  .data('settings', {
    bullet: '-',
    emphasis: '_',
    strong: '*',
    fence: '`',
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
    // At the start of a paragraph these words would begin a JavaScript statement.
    unsafe: [
      { atBreak: true, character: 'i', after: 'mport ' },
      { atBreak: true, character: 'e', after: 'xport ' },
    ],
  })
  .use(mdxSigns)
  .use(remarkMath)
  .freeze()

/** Parses prose. Throws a `VFileMessage` with place and reason if it is not valid MDX, as with a lone `{` or `<`. */
export function parseProse(text: string): Root {
  return processor.parse(text)
}

/** Writes a tree as canonical text that ends with a line feed. */
export function writeProse(tree: Root): string {
  return processor.stringify(tree)
}
