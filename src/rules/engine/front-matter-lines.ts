import { factNames } from '../../model/entry.ts'
import { cureOfOddLine } from './odd-lines.ts'
import { inQuotes, shown } from './words.ts'

/** One line of front matter that YAML cannot read, what to say of it, and the line that says what was meant. */
export interface LineCure {
  /** The line, from 0. */
  index: number
  column: number
  message: string
  mended: string
  /** Set where nobody can tell what was meant, so that the line is judged no further; with `above`, nor the one before. */
  uncertain?: true | 'above'
}

const keyLine = /^( *)((?:- +)?)([A-Za-z_][\w-]*):(?:[ \t]+(.*?))?[ \t]*$/
/** Facts that hold keys of their own. */
const nested = { links: true, withdrawn: true }

/** More faulty lines than this are no front matter. */
const mostCures = 100

const itemLine = /^( *)(- +)(.*?)[ \t]*$/

/** The faults that single lines of front matter show by themselves, in order; only asked when YAML found one. */
export function cureLines(lines: readonly string[], first: number, end: number): LineCure[] {
  const cures: LineCure[] = []
  const seen = new Map<string, number>()
  let inBlockText = false
  for (let index = first; index < end && cures.length < mostCures; index++) {
    const line = lines[index]?.replace(/\r$/, '') ?? ''
    const indented = /^\s/.test(line)
    if (inBlockText && (indented || line === '')) continue
    inBlockText = /:[ \t]+[|>][-+\d]*[ \t]*$/.test(line)
    if (inBlockText || line.trim() === '' || line.startsWith('#')) continue
    const next = lines[index + 1]?.replace(/\r$/, '') ?? ''
    const continued = index + 1 < end && /^[ \t]+\S/.test(next)
    const found = cureOfLine(line, continued, seen, index)
    if (found) cures.push({ index, ...found })
  }
  return cures
}

function cureOfLine(
  line: string,
  continued: boolean,
  seen: Map<string, number>,
  index: number,
): Omit<LineCure, 'index'> | undefined {
  const tab = /^ *\t/.exec(line)
  if (tab) {
    const mended = line.replace(/^[ \t]+/, '  ')
    const message = `Unexpected tab, expected two spaces. Write ${shown(mended)}.`
    return { column: tab[0].length, message: message.replace('`-', '`  -'), mended }
  }
  const odd = cureOfOddLine(line)
  if (odd) return odd
  const [, indent = '', dash = '', key = '', value = ''] = gluedFact.test(line)
    ? []
    : (keyLine.exec(line) ?? [])
  if (!key) return cureOfKeylessLine(line, continued)
  if (!indent && !dash) {
    const before = seen.get(key)
    if (before !== undefined) {
      return {
        column: 1,
        message: `Unexpected second ${shown(key)}, expected each fact once; the first is in line ${before + 1}. Take one of the two out.`,
        mended: '',
        uncertain: true,
      }
    }
    seen.set(key, index)
  }
  if (!indent && Object.hasOwn(nested, key) && /^[\w-]+: /.test(value)) {
    const mended = `${key}: {${value}}`
    return {
      column: key.length + 3,
      message: `Unexpected second colon in ${shown(key)}, expected its keys in braces. Write ${shown(mended, 160)}.`,
      mended,
    }
  }
  const quoted = /^[“„«‘](.*)[”“»’]$/u.exec(value)?.[1]
  if (quoted !== undefined && value.includes(': ')) {
    const mended = `${indent}${dash}${key}: ${inQuotes(quoted)}`
    return {
      column: line.length - line.slice(line.indexOf(value)).length + 1,
      message: `Unexpected ${shown(value[0] ?? '')} around ${shown(key)}, expected straight quotes. Write ${shown(mended.trim(), 160)}.`,
      mended,
    }
  }
  const start = `${indent}${dash}${key}: `
  return cureOfValue(value, shown(key), start, continued)
}

/** A fact whose colon has no space behind it, which YAML reads as part of a longer word. */
export const gluedFact = new RegExp(`^(?:${factNames.join('|')}):[^\\s]`, 'm')

/** A line, or an item of a list, that has no key. */
function cureOfKeylessLine(line: string, continued: boolean): Omit<LineCure, 'index'> | undefined {
  const item = itemLine.exec(line)
  if (item) {
    const [, indent = '', dash = '', value = ''] = item
    if (value.includes(': ')) return undefined
    return cureOfValue(value, 'the list', `${indent}${dash}`, continued)
  }
  const known = factNames.find((name) => new RegExp(`^${name}(?:\\s*=|\\s*:\\S)`).test(line))
  if (known) {
    const value = line.slice(known.length).replace(/^\s*[=:]\s*/, '')
    return {
      column: known.length + 1,
      message: `Unexpected ${shown(line.slice(known.length).trim().slice(0, 1) === '=' ? '=' : line)}, expected a colon and a space after \`${known}\`. Write ${shown(`${known}: ${value}`, 160)}.`,
      mended: `${known}: ${value}`,
    }
  }
  if (/^\.\.\.\s*$/.test(line)) {
    return {
      column: 1,
      message: 'Unexpected `...` among the facts, expected a fact. Take the line out.',
      mended: '',
    }
  }
  if (/^\s/.test(line) || /^['"{[?%&*!|>-]/.test(line)) return undefined
  if (line.includes(':')) return undefined
  return {
    column: 1,
    message: `Unexpected line ${shown(line, 40)} without a key, expected \`key: value\`. Join it to the line above, or take it out.`,
    mended: '',
    uncertain: 'above',
  }
}

function cureOfValue(
  value: string,
  where: string,
  start: string,
  continued: boolean,
): Omit<LineCure, 'index'> | undefined {
  const column = start.length + 1
  const say = (unexpected: string, expected: string, cured: string) => ({
    column,
    message: `Unexpected ${unexpected} ${where === 'the list' ? 'in the list' : `in ${where}`}, expected ${expected}. Write ${shown(start.trimStart() + cured, 160)}.`,
    mended: start + cured,
  })
  const mark = value[0] ?? ''
  if (mark === '"' || mark === "'") {
    const whole = mark === '"' ? /^"(?:[^"\\]|\\.)*"(?: +#.*)?$/ : /^'(?:[^']|'')*'(?: +#.*)?$/
    if (whole.test(value) || (continued && !value.slice(1).includes(mark))) return undefined
    return value.slice(1).includes(mark)
      ? say('text behind the closing quote', 'one quoted value', inQuotes(unquoted(value)))
      : say('end of line', 'a closing quote', inQuotes(value.slice(1)))
  }
  if (/^\[?\s*#[\w-]/.test(value) || /^\[.*,\s+#[\w-]/.test(value)) {
    const items = value.match(/[\w-]+/g) ?? []
    return say('`#`, which begins a comment', 'the words without it', `[${items.join(', ')}]`)
  }
  if (mark === '[' && !value.includes(']') && !continued) {
    return say('end of the list', '`]`', `${value.replace(/,\s*$/, '')}]`)
  }
  const linked = /^\[[^\]]*\]\((https?:[^\s)]+)\)$/.exec(value)?.[1]
  if (linked) return say('link of Markdown', 'its address alone', linked)
  if (mark === '[' && /\]\s*[^\s#\]]/.test(value.replace(/"[^"]*"|'[^']*'/g, ''))) {
    return { ...say('text behind `]`', 'a quoted value', inQuotes(value)), uncertain: true }
  }
  if (/^[@`%,\]}&*!]/.test(value)) {
    const cure = say(
      `${shown(mark === '`' ? value : mark)} as the first character`,
      'a quoted value',
      inQuotes(value),
    )
    return { ...cure, uncertain: true }
  }
  const plain = !/^[[{|>]/.test(value)
  if (plain && /:(?:\s|$)/.test(value.replace(/\s+#.*$/, ''))) {
    return say('second colon', 'a quoted value', inQuotes(value))
  }
  return undefined
}

/** The words of a value whose quotes are broken: the outer pair goes when the value begins and ends with one. */
function unquoted(value: string): string {
  const outer = /^(["'])([^"']*|.*)\1$/.exec(value)
  return outer?.[2]?.replace(/\\(["\\])/g, '$1') ?? value
}
