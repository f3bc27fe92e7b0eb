import type { Nodes } from 'mdast'
import type { EntryFile } from '../text/entry-file.ts'
import type { Place } from '../text/front-matter.ts'

/**
 * Where the nth of certain words of a node stands in its file; the node's start when they are written otherwise there,
 * as with character references.
 */
export function placeInText(source: string, node: Nodes, words: string, nth = 0): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {}
  const end = node.position?.end.line ?? line
  const lines = source.replace(/^\uFEFF/, '').split('\n')
  // In Markdown a backslash may stand before any sign.
  const pattern = new RegExp(
    [...words].map((sign) => `\\\\?${sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`).join(''),
    'g',
  )
  let left = nth
  for (let at = line; at <= end; at++) {
    const text = lines[at - 1] ?? ''
    const from = at === line ? column - 1 : 0
    for (const { index } of text.slice(from).matchAll(pattern)) {
      if (left === 0) return { line: at, column: from + index + 1 }
      left -= 1
    }
  }
  return { line, column }
}

/** Where the nth of certain words of a fact stands in its file; the value's start when it is written otherwise there. */
export function placeInValue(
  { source, frontMatter }: EntryFile,
  name: string,
  words: string,
  nth = 0,
): Place {
  const start = frontMatter.placeOf([name])
  const line = source.replace(/^\uFEFF/, '').split('\n')[start.line - 1] ?? ''
  let at = line.indexOf(words, start.column - 1)
  for (let left = nth; left > 0 && at >= 0; left -= 1) at = line.indexOf(words, at + 1)
  return at < 0 ? start : { line: start.line, column: at + 1 }
}
