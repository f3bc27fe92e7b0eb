import type { Root } from 'mdast'
import { remark } from 'remark'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'

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
  .use(remarkMdx)
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
