import type { Nodes } from 'mdast'
import { escapePattern } from './escapes.ts'

/** A place in a file: line and column, both from 1. */
export interface Place {
  line: number
  column: number
}

/** The start of a file. */
export const fileStart: Place = { line: 1, column: 1 }

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

/** The place of a node; the start of the file if it is unknown. */
export function startOf(node: Nodes | undefined): Place {
  const { line, column } = node?.position?.start ?? fileStart
  return { line, column }
}

/** Removes the byte order mark that some editors put at the start of a file. */
export function withoutBom(source: string): string {
  return source.replace(/^\uFEFF/, '')
}

/** Splits a file into lines, without its byte order mark and carriage returns. */
export function linesOf(source: string): string[] {
  return withoutBom(source).split(/\r?\n/)
}

/**
 * The place of the nth occurrence of some words, from 0, between a place and the end of a line. Any character may be escaped by a
 * backslash. If they are not found, because of character references for example, the first place is returned.
 */
export function placeOfWords(
  source: string,
  words: string,
  nth: number,
  from: Place,
  lastLine: number,
): Place {
  const pattern = new RegExp(
    [...words].map((character) => `\\\\?${escapePattern(character)}`).join(''),
    'g',
  )
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
