import { factNames } from '../model/entry.ts'
import { shown } from './messages.ts'
import { fileStart } from './place.ts'
import { parseYaml, type SyntaxFault, type YamlData, yamlQuoted } from './yaml.ts'

/** The front matter of a file: plain strings, lists and maps, and where each of them stands. */
export interface FrontMatter extends YamlData {
  /** The offset in the file at which the body begins. */
  bodyStart: number
}

const fence = /^---[ \t]*\r?$/
const nearlyFence = /^\s*(?:[-–—‐−]{1,8}|\+{3}|={3,}|\*{3})\s*$/u
const factLine = /^(?:[A-Za-z_][\w-]*\s*[:=]|\s+\S|- |#)/

/**
 * Reads the YAML between the two `---` lines at a file's start. A file with faults is read as far as it can be: lines that would
 * take their neighbours with them are rewritten, and missing fences are put where they were most likely meant. Places stay
 * those of the file. Never throws.
 */
export function parseFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n')
  const opening = openingOf(lines)
  const closing = closingOf(lines, opening.from)
  const yaml = `${lines.slice(opening.from, closing.line).join('\n')}\n`
  const bodyStart = lines.slice(0, closing.body).join('\n').length
  const written = parseYaml(yaml, opening.from)
  const isSound = written.faults.length === 0 && !gluedFact.test(yaml)
  const mended = isSound ? { yaml, faults: [] } : mendLines(yaml, opening.from)
  const read = isSound ? written : parseYaml(mended.yaml, opening.from)
  const spoken = new Set(mended.faults.map(({ line }) => line))
  const faults = [...mended.faults, ...read.faults.filter(({ line }) => !spoken.has(line))]
  if (opening.isMissing) {
    const isEmpty = Object.keys(read.values).length === 0
    const expected = `expected the facts between two lines of \`---\`. Write ${isEmpty ? allFacts : '`---` above the facts and below them'}.`
    const missing = { ...fileStart, message: `Unexpected start of the file, ${expected}` }
    return isEmpty
      ? { ...read, faults: [missing], bodyStart: source.length }
      : { ...read, faults: [missing, ...faults], bodyStart }
  }
  return { ...read, faults: [...opening.faults, ...faults, ...closing.faults], bodyStart }
}

const allFacts =
  '`---`, then one line for each of `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below'

/** The index of the line at which the facts begin. */
function openingOf(lines: readonly string[]): {
  from: number
  isMissing?: true
  faults: SyntaxFault[]
} {
  if (fence.test(lines[0] ?? '')) return { from: 1, faults: [] }
  const first = lines.findIndex((line) => line.trim() !== '')
  if (!nearlyFence.test(lines[first] ?? '')) return { from: 0, isMissing: true, faults: [] }
  const found = first > 0 ? 'blank line' : shown(lines[0] ?? '')
  const message = `Unexpected ${found} at the start of the file, expected \`---\`. Write \`---\` as the first line.`
  return { from: first + 1, faults: [{ ...fileStart, message }] }
}

/** The index of the line below the facts, and of the line at which the body begins. */
function closingOf(
  lines: readonly string[],
  from: number,
): { line: number; body: number; faults: SyntaxFault[] } {
  const find = (is: (line: string) => boolean) =>
    lines.findIndex((line, at) => at >= from && is(line))
  const end = find((line) => fence.test(line))
  if (end >= 0) return { line: end, body: end + 1, faults: [] }
  const near = find((line) => nearlyFence.test(line))
  const other = find((line) => line.trim() !== '' && !factLine.test(line))
  const last = lines.slice(0, other < 0 ? undefined : other).findLastIndex((line) => line.trim())
  const line = near >= 0 ? near : last + 1
  const message =
    near >= 0
      ? `Unexpected ${shown(lines[near] ?? '')} below the facts, expected \`---\`. Write \`---\`.`
      : 'Unexpected end of the facts, expected `---` below them. Write `---` in this line.'
  const faults = [{ line: line + 1, column: 1, message }]
  return { line, body: near >= 0 ? line + 1 : line, faults }
}

const facts = factNames.join('|')
const separators = String.raw`\s+(?=["'[{\d])|\s*$|\s*[=：﹕꞉∶]\s*|:(?=\S)|:[\u00A0\u2000-\u200A\u202F\u3000]+`

/** A fact whose colon has no space after it. YAML takes it for part of a longer word and finds no fault. */
const gluedFact = new RegExp(`^(?:${facts}):\\S`, 'm')

/**
 * What stands in a line or value, where `%` is the line itself; what belongs there; what was most likely meant; and what to do
 * where that is not to write it.
 */
type Slip = readonly [found: string, expected: string, meant: string, cure?: string]

/** Lines that are no `key: value`, by what stands before the slip; in what was meant, `$2` is what stands behind it. */
const slips: readonly (readonly [line: RegExp, ...slip: Slip])[] = [
  [
    /^()([<=>|])\2{6}(?: .*)?\r?$/,
    '%, which a merge left behind',
    'one version of the lines',
    '',
    'Keep the right one, and take this line out.',
  ],
  [new RegExp(`^()\\s+((?:${facts}): .*)$`), 'white space before a fact', 'none', '$2'],
  [/^( *)\t\s*(.*)$/, 'tab', 'two spaces', '  $2', 'Write them in its place.'],
  [/^( *)-([^\s-].*)$/, 'dash without a space', '`- item`', '$1- $2'],
  [
    new RegExp(`^(${facts})(?:${separators})(.*)$`, 'u'),
    '%',
    'a colon and a space behind the key',
    '$1: $2',
  ],
]

/** A line that may belong to the one above it. */
const keyless = /^[^\s#'"{[?%&*!|>:-][^:]*$/

/**
 * Rewrites lines that the YAML library would join to the next ones: a second colon, a broken quote, and those that are no
 * `key: value`. The library recovers from everything else by itself. Columns of values hold, but for separators.
 */
function mendLines(yaml: string, linesBefore: number): { yaml: string; faults: SyntaxFault[] } {
  const lines = yaml.split('\n')
  const faults: SyntaxFault[] = []
  let inBlockText = false
  for (const [index, line] of lines.entries()) {
    const continues = /^\s/.test(line) || line === ''
    if (inBlockText && continues) continue
    inBlockText = /:[ \t]+[|>][-+\d]*\s*$/.test(line)
    if (inBlockText) continue
    const fault = faultOfLine(line, /^[ \t]+(?!- )\S/.test(lines[index + 1] ?? ''))
    if (!fault) continue
    const { mended, ...rest } = fault
    // What the line above lacks stands in this one.
    const above = faults.at(-1)
    if (fault.mayContinue && above?.line === index + linesBefore && !above.mayContinue) faults.pop()
    faults.push({ line: index + 1 + linesBefore, ...rest })
    lines[index] = mended
  }
  return { yaml: lines.join('\n'), faults }
}

type LineFault = Omit<SyntaxFault, 'line'> & { mended: string }

function faultOfLine(line: string, continued: boolean): LineFault | undefined {
  for (const [pattern, found, expected, meant, cure] of slips) {
    const before = pattern.exec(line)?.[1]
    if (before === undefined) continue
    const rewritten = line.replace(pattern, meant).trimEnd()
    const mended = faultOfValue(rewritten, continued)?.mended ?? rewritten
    const what = found.replace('%', () => shown(line, 40))
    const message = `Unexpected ${what}, expected ${expected}. ${cure ?? `Write ${shown(mended, 160)}.`}`
    return { column: before.length + 1, mended, message, isRepaired: true }
  }
  if (!keyless.test(line)) return faultOfValue(line, continued)
  const message = `Unexpected line ${shown(line, 40)} without a key, expected \`key: value\`. Join it to the line above, or take it out.`
  return { column: 1, mended: '', message, mayContinue: true }
}

const keyed = /^( *(?:- +)?([A-Za-z_][\w-]*):[ \t]+| *- +(?=["']))(.*?)[ \t\r]*$/

/** The fault of a value that stands behind its key, or of an item in quotes. */
function faultOfValue(line: string, continued: boolean): LineFault | undefined {
  const [, start = '', key = '', value = ''] = keyed.exec(line) ?? []
  const slip = slipOf(key, value, continued)
  if (!slip) return undefined
  const [found, expected, meant] = slip
  const mended = start + meant
  const where = key && ` in \`${key}\``
  const message = `Unexpected ${found}${where}, expected ${expected}. Write ${shown(mended, 160)}.`
  // Nobody knows what else belongs into a list or an item that has no end, or what stands behind a quote.
  const isRepaired = key !== '' && !/^[[{]|^(["']).*\1/.test(value)
  return { column: start.length + 1, mended, message, ...(isRepaired && { isRepaired }) }
}

function slipOf(key: string, value: string, continued: boolean): Slip | undefined {
  const mark = value[0] ?? ''
  if (mark === '"' || mark === "'") {
    const whole = mark === '"' ? /^"(?:[^"\\]|\\.)*"(?: +#.*)?$/ : /^'(?:[^']|'')*'(?: +#.*)?$/
    const isClosed = value.slice(1).includes(mark)
    if (whole.test(value) || (continued && !isClosed)) return undefined
    const text = isClosed ? withoutOuter(value, mark) : value.slice(1)
    const found = isClosed ? 'text after the closing quote' : 'end of line'
    return [found, isClosed ? 'one quoted value' : 'a closing quote', yamlQuoted(text)]
  }
  if (mark === '[' || mark === '{') {
    const [what, end] = mark === '[' ? ['list', ']'] : ['map', '}']
    const bare = value.replace(/([[,]\s*)#/g, '$1')
    if (bare !== value) return ['`#`, which begins a comment', 'the words without it', bare]
    const missing = parts(value, mark) - parts(value, end)
    if (continued || missing < 1) return undefined
    return [`end of the ${what}`, `\`${end}\``, value.replace(/,$/, '') + end.repeat(missing)]
  }
  const hasColon = /:(?:\s|$)/.test(value.replace(/\s+#.*$/, ''))
  if (!hasColon || mark === '|' || mark === '>') return undefined
  if (/^(?:links|withdrawn)$/.test(key) && /^[\w-]+: /.test(value))
    return ['second colon', 'its keys in braces', `{${value}}`]
  const text = /^[“„«‘](.*)[”“»’]$/u.exec(value)?.[1] ?? value
  return ['second colon', 'a quoted value', yamlQuoted(text)]
}

/** The number of parts between the marks outside quotes. */
function parts(value: string, mark: string): number {
  return value.replace(/"[^"]*"/g, '').split(mark).length
}

/** Text without the pair of quotes around it; the text itself where it has no such pair. */
function withoutOuter(value: string, mark: string): string {
  const isPaired = value.length > 1 && value.endsWith(mark)
  return isPaired ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value
}
