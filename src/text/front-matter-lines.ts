import { factNames } from '../model/entry.ts'
import type { SyntaxFault } from './place.ts'

const facts = factNames.join('|')
const keyed = /^( *(?:- +)?[A-Za-z_][\w-]*:[ \t]+)(.*?)[ \t\r]*$/
const mergeMark = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$/
const gluedDash = /^( *)-([^\s-].*)$/
const separators = String.raw`\s*[=：﹕꞉∶]\s*|:(?=\S)|:[\u00A0\u2000-\u200A\u202F\u3000]+`
const wrongSeparator = new RegExp(`^(${facts})(${separators})(.*)$`, 'u')
const keyless = /^[^\s#'"{[?%&*!|>:-][^:]*$/

/** A fact whose colon has no space after it. YAML takes it for part of a longer word and finds no fault. */
export const gluedFact = new RegExp(`^(?:${facts}):\\S`, 'm')

/** YAML with each line rewritten that would take its neighbours with it, and what was wrong with those lines. */
interface MendedLines {
  yaml: string
  faults: SyntaxFault[]
}

type LineFault = Omit<SyntaxFault, 'line'>

/**
 * Rewrites lines that the YAML library would join to the next ones: a second colon, a broken quote, a wrong separator, a tab, a
 * line without a key. The library recovers from everything else by itself. Columns of values hold, but for separators.
 */
export function mendLines(yaml: string, linesBefore: number): MendedLines {
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
    lines[index] = fault.mended ?? ''
  }
  return { yaml: lines.join('\n'), faults }
}

function faultOfLine(line: string, continued: boolean): LineFault | undefined {
  if (mergeMark.test(line)) return { column: 1, code: 'MERGE_MARK', reason: line.trim() }
  const tab = /^ *\t/.exec(line)?.[0].length
  if (tab) {
    const mended = `  ${line.trim()}`
    return { column: tab, code: 'TAB_AS_INDENT', reason: line.trim(), mended }
  }
  const [, indent = '', item] = gluedDash.exec(line) ?? []
  if (item) {
    const mended = `${indent}- ${item}`
    return { column: indent.length + 1, code: 'GLUED_DASH', reason: line.trim(), mended }
  }
  const [, fact, separator = '', rest = ''] = wrongSeparator.exec(line) ?? []
  if (fact) {
    const start = `${fact}: `
    const mended = faultOfValue(start, rest, continued)?.mended ?? start + rest
    return { column: fact.length + 1, code: 'WRONG_SEPARATOR', reason: separator.trim(), mended }
  }
  const [, start = '', value = ''] = keyed.exec(line) ?? []
  if (start) return faultOfValue(start, value, continued)
  return keyless.test(line) ? { column: 1, code: 'NO_KEY', reason: line.trim() } : undefined
}

function faultOfValue(start: string, value: string, continued: boolean): LineFault | undefined {
  const fault = (code: string, mended: string): LineFault => ({
    column: start.length + 1,
    code,
    reason: value,
    mended: start + mended,
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
