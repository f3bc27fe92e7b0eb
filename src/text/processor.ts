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
/** Stands where MDX has a parser of JavaScript: no statement is ever read. */
const noJavaScript = { parse: refuse, parseExpressionAt: refuse }

/** The signs that MDX takes for code. `remark-mdx` would also parse the code, and bring 74 KB for it to the browser. */
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
 * The one remark processor: it reads entries as MDX reads them (so that everything MDX would run is seen as such)
 * and writes them in canonical form. It only parses; nothing is ever compiled or evaluated.
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
    // A paragraph that begins with one of these words and a space would be read as a statement of JavaScript.
    unsafe: [
      { atBreak: true, character: 'i', after: 'mport ' },
      { atBreak: true, character: 'e', after: 'xport ' },
    ],
  })
  .use(mdxSigns)
  .use(remarkMath)
  .freeze()

/** Text to tree. Throws a `VFileMessage` with place and reason where MDX has no reading (a lone `{` or `<`). */
export function parseProse(text: string): Root {
  return processor.parse(text)
}

/** Tree to canonical text; ends with a line feed. */
export function writeProse(tree: Root): string {
  return processor.stringify(tree)
}
