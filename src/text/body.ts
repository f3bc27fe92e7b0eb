import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { VFileMessage } from 'vfile-message'
import { type Place, placeAt } from './place.ts'
import { parseProse } from './processor.ts'

/** A sign that MDX takes for code, or the place at which it gives up. */
export interface BodyFault extends Place {
  reason: string
}

/** The most signs that are looked for in one body. */
const mostFaults = 50

// Each sign is replaced by one character that no text contains, so that all columns stay the same.
const signs = '{<ie'
const standIns = '\uFDD0\uFDD1\uFDD2\uFDD3'

/**
 * Reads a body as prose. A sign that MDX takes for code is recorded and read as text, so that the rest can be checked in
 * the same run; the tree is empty when MDX has no reading even so. Nothing is ever run. Never throws.
 */
export function parseBody(text: string): { body: Root; faults: BodyFault[] } {
  const faults: BodyFault[] = []
  let readable = text
  for (;;) {
    try {
      const body: Root = { type: 'root', children: parseProse(readable).children }
      if (faults.length > 0) restore(body)
      return { body, faults }
    } catch (error) {
      const fault = faultOf(error, readable)
      const at = faults.length < mostFaults ? culprit(readable, fault) : undefined
      const standIn = standIns[signs.indexOf(readable[at ?? -1] ?? ' ')]
      if (at === undefined || standIn === undefined) {
        return { body: { type: 'root', children: [] }, faults: [...faults, fault] }
      }
      faults.push({ ...placeAt(text, at), reason: fault.reason })
      readable = readable.slice(0, at) + standIn + readable.slice(at + 1)
    }
  }
}

function faultOf(error: unknown, text: string): BodyFault {
  // The parser can stumble over its own state; then nobody knows where.
  if (!(error instanceof VFileMessage)) {
    return { ...placeAt(text, Math.max(0, text.search(/\S/))), reason: 'its parser gives up' }
  }
  const { reason } = error
  // If a tag is never closed, only the message says where.
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? []
  // The fault is where the tag begins, not where its paragraph begins.
  const begins = /^Expected a closing tag/.test(reason) && line !== undefined
  return {
    line: begins ? Number(line) : (error.line ?? Number(line ?? 1)),
    column: begins ? Number(column) : (error.column ?? Number(column ?? 1)),
    reason,
  }
}

/** The offset of the brace, angle bracket or statement, at or before a fault, that makes MDX see code. */
function culprit(text: string, { line, column, reason }: BodyFault): number | undefined {
  const lineStart = text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0)
  const lineEnd = lineStart + (text.slice(lineStart).split('\n', 1)[0]?.length ?? 0)
  const before = text.slice(0, lineEnd)
  const statements = reason.includes('import/exports')
    ? [...before.matchAll(/^(?:im|ex)port\b/gm)]
    : []
  const signs = [...before.matchAll(/\\.|\{|<(?!\s|$)/g)].filter(
    ({ 0: sign, index }) => sign.length === 1 && index < lineStart + column,
  )
  return (statements.at(-1) ?? signs.at(-1))?.index
}

/** Puts the signs back for which others stood in. */
function restore(body: Root): void {
  const back = (text: string) =>
    text.replace(/[\uFDD0-\uFDD3]/g, (one) => signs[standIns.indexOf(one)] ?? one)
  visit(body, (node) => {
    if ('value' in node) node.value = back(node.value)
    if ('url' in node) node.url = back(node.url)
    if ('alt' in node && node.alt) node.alt = back(node.alt)
    if ('title' in node && node.title) node.title = back(node.title)
  })
}
