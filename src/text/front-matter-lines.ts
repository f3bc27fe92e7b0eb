import { factNames } from '../model/entry.ts'
import type { SyntaxFault } from './place.ts'

const facts = factNames.join('|')
const keyed = /^( *(?:- +)?[A-Za-z_][\w-]*:[ \t]+)(.*?)[ \t\r]*$/
const separators = String.raw`\s*[=：﹕꞉∶]\s*|:(?=\S)|:[\u00A0\u2000-\u200A\u202F\u3000]+`
const wrongSeparator = new RegExp(`^(${facts})(?:${separators})(.*)$`, 'u')

/** Lines that are no `key: value`: what stands before the fault, the fault's code, and the line that was most likely meant. */
const slips: readonly (readonly [line: RegExp, code: string, meant?: string])[] = [
  [/^()([<=>|])\2{6}(?: .*)?\r?$/, 'MERGE_MARK'],
  [/^( *)\t\s*(.*)$/, 'TAB_AS_INDENT', '  $2'],
  [/^( *)-([^\s-].*)$/, 'GLUED_DASH', '$1- $2'],
  [wrongSeparator, 'WRONG_SEPARATOR', '$1: $2'],
  [/^()[^\s#'"{[?%&*!|>:-][^:]*$/, 'NO_KEY'],
]

/** A fact whose colon has no space after it. YAML takes it for part of a longer word and finds no fault. */
export const gluedFact = new RegExp(`^(?:${facts}):\\S`, 'm')

type LineFault = Omit<SyntaxFault, 'line'>

/**
 * Rewrites lines that the YAML library would join to the next ones: a second colon, a broken quote, and those that are no
 * `key: value`. The library recovers from everything else by itself. Columns of values hold, but for separators.
 */
export function repairLines(
  yaml: string,
  linesBefore: number,
): { yaml: string; faults: SyntaxFault[] } {
  const lines = yaml.split('\n')
  const faults: SyntaxFault[] = []
  let inBlockText = false
  for (const [index, line] of lines.entries()) {
    const continues = /^\s/.test(line) || line === ''
    if (inBlockText && continues) continue
    inBlockText = /:[ \t]+[|>][-+\d]*\s*$/.test(line)
    if (inBlockText) continue
    const fault = faultOfLine(line, /^[ \t]+\S/.test(lines[index + 1] ?? ''))
    if (!fault) continue
    faults.push({ ...fault, line: index + 1 + linesBefore })
    lines[index] = fault.repaired ?? ''
  }
  return { yaml: lines.join('\n'), faults }
}

function faultOfLine(line: string, continued: boolean): LineFault | undefined {
  for (const [slip, code, meant] of slips) {
    const before = slip.exec(line)?.[1]
    if (before === undefined) continue
    const fault = { column: before.length + 1, code, reason: line.trim() }
    if (!meant) return fault
    const repaired = line.replace(slip, meant).trimEnd()
    return { ...fault, repaired: faultOfKeyed(repaired, continued)?.repaired ?? repaired }
  }
  return faultOfKeyed(line, continued)
}

/** The fault of a value that stands behind its key. */
function faultOfKeyed(line: string, continued: boolean): LineFault | undefined {
  const [, start = '', value = ''] = keyed.exec(line) ?? []
  return start ? faultOfValue(start, value, continued) : undefined
}

function faultOfValue(start: string, value: string, continued: boolean): LineFault | undefined {
  const fault = (code: string, repaired: string): LineFault => ({
    column: start.length + 1,
    code,
    reason: value,
    repaired: start + repaired,
  })
  const mark = value[0]
  if (mark === '"' || mark === "'") {
    const whole = mark === '"' ? /^"(?:[^"\\]|\\.)*"(?: +#.*)?$/ : /^'(?:[^']|'')*'(?: +#.*)?$/
    const closed = value.slice(1).includes(mark)
    if (whole.test(value) || (continued && !closed)) return undefined
    return closed
      ? fault('TEXT_BEHIND_QUOTE', inQuotes(withoutOuter(value, mark)))
      : fault('OPEN_QUOTE', inQuotes(value.slice(1)))
  }
  if (/^[[{|>]/.test(value) || !/:(?:\s|$)/.test(value.replace(/\s+#.*$/, ''))) {
    return undefined
  }
  if (/^(?:links|withdrawn):/.test(start) && /^[\w-]+: /.test(value)) {
    return fault('KEYS_WITHOUT_BRACES', `{${value}}`)
  }
  return fault('SECOND_COLON', inQuotes(/^[“„«‘](.*)[”“»’]$/u.exec(value)?.[1] ?? value))
}

/** Text without the pair of quotes around it; the text itself where it has no such pair. */
function withoutOuter(value: string, mark: string): string {
  const paired = value.length > 1 && value.endsWith(mark)
  return paired ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value
}

/** Text as a YAML scalar in double quotes. */
export function inQuotes(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`
}
