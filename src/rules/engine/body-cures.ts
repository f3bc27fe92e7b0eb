import type { EntryFile } from '../../text/entry-file.ts'
import { parseEntryFile } from '../../text/entry-file.ts'
import type { Place } from '../../text/front-matter.ts'
import { sayOfCode } from './code-in-prose.ts'
import type { Remark } from './rule.ts'

/** What MDX has no reading for in a body, and the file with those characters escaped. */
export interface BodyCure {
  remarks: Remark[]
  file: EntryFile
  /** Where a backslash was put in, in the written file. */
  escapes: Place[]
}

const mostFaults = 50

/** Finds every place at which MDX cannot read a body, by escaping one after the other until it can. */
export function cureBody(written: EntryFile): BodyCure {
  const escapes: Place[] = []
  const remarks: Remark[] = []
  let file = written
  while (file.bodyFault && escapes.length < mostFaults) {
    const place = culprit(file, file.bodyFault)
    if (!place) {
      const { line, column, reason } = file.bodyFault
      remarks.push({
        line,
        column,
        message: `Unexpected text that MDX cannot read (${reason}), expected prose only. Write \`\\{\` and \`\\<\` for braces and angle brackets.`,
      })
      break
    }
    const original = { line: place.line, column: place.column - escapesBefore(escapes, place) }
    remarks.push({ ...original, message: sayOf(written, original) })
    escapes.push(original)
    const lines = file.source.split('\n')
    const line = lines[place.line - 1] ?? ''
    lines[place.line - 1] = `${line.slice(0, place.column - 1)}\\${line.slice(place.column - 1)}`
    file = parseEntryFile(file.path, lines.join('\n'))
  }
  return { remarks, file, escapes }
}

/** How many backslashes were put in before a place in the mended file. */
export function escapesBefore(escapes: readonly Place[], { line, column }: Place): number {
  return escapes
    .filter((put) => put.line === line)
    .map((put) => put.column)
    .sort((a, b) => a - b)
    .reduce((count, escaped) => (escaped + count < column ? count + 1 : count), 0)
}

/** The brace, angle bracket or statement at or before a fault that makes MDX see code. */
function culprit(file: EntryFile, fault: NonNullable<EntryFile['bodyFault']>): Place | undefined {
  const { bodyStart } = file.frontMatter
  const text = file.source.startsWith('\uFEFF') ? file.source.slice(1) : file.source
  const lines = text.split('\n')
  const firstLine = text.slice(0, bodyStart).split('\n').length
  const last = Math.min(fault.line, lines.length)
  if (/import\/exports/.test(fault.reason)) {
    for (let index = last - 1; index >= firstLine; index--) {
      if (/^(?:im|ex)port\b/.test(lines[index] ?? '')) return { line: index + 1, column: 1 }
    }
  }
  for (let index = last - 1; index >= firstLine; index--) {
    const line = lines[index] ?? ''
    const until = index === fault.line - 1 ? fault.column : line.length
    const signs = [...line.matchAll(/\\.|\{|<(?!\s|$)/g)].filter(
      ({ 0: sign, index: at }) => sign.length === 1 && at < until,
    )
    const sign = signs.at(-1)
    if (sign) return { line: index + 1, column: sign.index + 1 }
  }
  return undefined
}

function sayOf({ source }: EntryFile, { line, column }: Place): string {
  const text = source.replace(/^\uFEFF/, '').split('\n')[line - 1] ?? ''
  return sayOfCode(text.slice(column - 1).replace(/\r$/, ''), text.slice(0, column - 1))
}
