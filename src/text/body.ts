import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFileMessage } from 'vfile-message'
import { type Place, placeAt } from './place.ts'
import { parseProse } from './processor.ts'

/** A sign that MDX would take for code, or the place at which its parser fails. */
export interface BodyFault extends Place {
  reason: string
}

/** The most signs that are reported for one body. */
const mostFaults = 50

// While parsing, a placeholder that occurs in no text replaces each sign, so that columns stay the same.
const signs = '{<ie'
const placeholders = '\uFDD0\uFDD1\uFDD2\uFDD3'

/**
 * Parses a body as prose. A sign that MDX would take for code becomes a fault and is parsed as text, so that the rest can be
 * checked in the same run. The tree is empty if parsing still fails. Never throws, and never runs anything.
 */
export function parseBody(text: string): { body: Root; faults: BodyFault[] } {
  const faults: BodyFault[] = []
  // The parser would spend a third of its time on the blank lines above.
  const above = /^\n*/.exec(text)?.[0].length ?? 0
  let parsable = text
  for (;;) {
    try {
      const { children } = parseProse(parsable.slice(above))
      const body: Root = { type: 'root', children }
      visit(body, ({ position }) => {
        if (!position) return
        position.start.line += above
        position.end.line += above
      })
      if (faults.length > 0) restoreSigns(body)
      return { body, faults }
    } catch (error) {
      const fault = faultOf(error, parsable, above)
      const at = faults.length < mostFaults ? offendingSign(parsable, fault) : undefined
      const placeholder = placeholders[signs.indexOf(parsable[at ?? -1] ?? ' ')]
      if (at === undefined || placeholder === undefined) {
        return { body: { type: 'root', children: [] }, faults: [...faults, fault] }
      }
      faults.push({ ...placeAt(text, at), reason: fault.reason })
      parsable = parsable.slice(0, at) + placeholder + parsable.slice(at + 1)
    }
  }
}

function faultOf(error: unknown, text: string, above: number): BodyFault {
  // A bug of the parser, which gives no place.
  if (!(error instanceof VFileMessage)) {
    return { ...placeAt(text, Math.max(0, text.search(/\S/))), reason: 'its parser fails' }
  }
  const { reason } = error
  // If a tag is never closed, the place of its start is only in the message.
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? []
  const isUnclosed = /^Expected a closing tag/.test(reason) && line !== undefined
  return {
    line: above + (isUnclosed ? Number(line) : (error.line ?? Number(line ?? 1))),
    column: isUnclosed ? Number(column) : (error.column ?? Number(column ?? 1)),
    // The finding has the place; in the message it would count from the first line of the body.
    reason: reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, ''),
  }
}

/** The offset of the brace, angle bracket or statement that caused a fault. It is at the fault or before it. */
function offendingSign(text: string, { line, column, reason }: BodyFault): number | undefined {
  const lineStart = text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0)
  const lineEnd = lineStart + (text.slice(lineStart).split('\n', 1)[0]?.length ?? 0)
  const before = text.slice(0, lineEnd)
  const statements = reason.includes('import/exports')
    ? [...before.matchAll(/^(?:im|ex)port\b/gm)]
    : []
  const brackets = [...before.matchAll(/\\.|\{|<(?!\s|$)/g)].filter(
    ({ 0: sign, index }) => sign.length === 1 && index < lineStart + column,
  )
  return (statements.at(-1) ?? brackets.at(-1))?.index
}

/** Replaces the placeholders by their signs. */
function restoreSigns(body: Root): void {
  const restored = (text: string) =>
    text.replace(/[\uFDD0-\uFDD3]/g, (one) => signs[placeholders.indexOf(one)] ?? one)
  visit(body, (node) => {
    if ('value' in node) node.value = restored(node.value)
    if ('url' in node) node.url = restored(node.url)
    if ('alt' in node && node.alt) node.alt = restored(node.alt)
    if ('title' in node && node.title) node.title = restored(node.title)
  })
}
