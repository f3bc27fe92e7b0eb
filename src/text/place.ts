import type { Nodes } from 'mdast'
import { escapePattern } from './escapes.ts'

/** A place in a file: line and column, both from 1. */
export interface Place {
  line: number
  column: number
}

/** Where a file begins. */
export const fileStart: Place = { line: 1, column: 1 }

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** Where a node of a tree begins; the start of the file where nothing tells. */
export function startOf(node: Nodes | undefined): Place {
  const { line, column } = node?.position?.start ?? fileStart
  return { line, column }
}

/** A file's text without the byte order mark that some editors put before it. */
export function withoutBom(source: string): string {
  return source.replace(/^\uFEFF/, '')
}

/** The lines of a file's text, without its byte order mark and the returns at their ends. */
export function linesOf(source: string): string[] {
  return withoutBom(source).split(/\r?\n/)
}

/**
 * Where certain words stand for the nth time, from 0, between a place and the end of a line; the place itself when they
 * are written otherwise there, as with character references. A backslash may stand before any of their signs.
 */
export function placeOfWords(
  source: string,
  words: string,
  nth: number,
  from: Place,
  lastLine: number,
): Place {
  const signs = [...words].map((sign) => `\\\\?${escapePattern(sign)}`)
  const pattern = new RegExp(signs.join(''), 'g')
  const found = linesOf(source)
    .slice(from.line - 1, lastLine)
    .flatMap((line, index) => {
      const skipped = index === 0 ? from.column - 1 : 0
      return [...line.slice(skipped).matchAll(pattern)].map((match) => ({
        line: from.line + index,
        column: skipped + match.index + 1,
      }))
    })
  return found[nth] ?? from
}
