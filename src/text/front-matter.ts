import { factNames } from '../model/entry.ts'
import { shown } from './messages.ts'
import { fileStart } from './place.ts'
import { parseYaml, type SyntaxFault, type YamlData, yamlQuoted } from './yaml.ts'

/** The parsed front matter of a file. */
export interface FrontMatter extends YamlData {
  /** The offset in the file at which the body begins. */
  bodyStart: number
}

const fence = /^---[ \t]*\r?$/
const nearlyFence = /^\s*(?:[-–—‐−]{1,8}|\+{3}|={3,}|\*{3})\s*$/u
const factLine = /^(?:[A-Za-z_][\w-]*\s*[:=]|\s+\S|- |#)/

/**
 * Parses the YAML between the two `---` lines at the start of a file, with error recovery: lines that would spoil the next
 * ones are repaired, and missing fences are assumed where they were most likely meant. Places are those of the file. Never
 * throws.
 */
export function parseFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n')
  const opening = openingOf(lines)
  const closing = closingOf(lines, opening.from)
  const yaml = `${lines.slice(opening.from, closing.line).join('\n')}\n`
  const bodyStart = lines.slice(0, closing.body).join('\n').length
  const asWritten = parseYaml(yaml, opening.from)
  const isValid = asWritten.faults.length === 0 && !factWithoutSpace.test(yaml)
  const repaired = isValid ? { yaml, faults: [] } : repairLines(yaml, opening.from)
  const data = isValid ? asWritten : parseYaml(repaired.yaml, opening.from)
  const repairedLines = new Set(repaired.faults.map(({ line }) => line))
  const others = data.faults.filter(({ line }) => !repairedLines.has(line))
  const faults = [...repaired.faults, ...others]
  if (opening.isMissing) {
    const isEmpty = Object.keys(data.values).length === 0
    const expected = `expected the facts between two lines of \`---\`. Write ${isEmpty ? allFacts : '`---` above the facts and below them'}.`
    const missing = { ...fileStart, message: `Unexpected start of the file, ${expected}` }
    return isEmpty
      ? { ...data, faults: [missing], bodyStart: source.length }
      : { ...data, faults: [missing, ...faults], bodyStart }
  }
  return { ...data, faults: [...opening.faults, ...faults, ...closing.faults], bodyStart }
}

const allFacts =
  '`---`, then one line for each of `title: …`, `authors: […]`, `published: …`, `paper: …`, `topics: […]`, `kind: […]`, `tags: […]`, `claim: …`, `evidence: "…"` and `added: …`, then `---` again, and the abstract below'

/** Finds the line at which the facts begin, as an index. */
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

/** Finds the closing fence and the line at which the body begins, as indexes. */
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
      : 'Unexpected end of the facts, expected `---` below them. Write `---` on this line.'
  const faults = [{ line: line + 1, column: 1, message }]
  return { line, body: near >= 0 ? line + 1 : line, faults }
}

const facts = factNames.join('|')
const separators = String.raw`\s+(?=["'[{\d])|\s*$|\s*[=：﹕꞉∶]\s*|:(?=\S)|:[\u00A0\u2000-\u200A\u202F\u3000]+`

/** A fact without a space after its colon. For YAML it is a valid part of a longer word. */
const factWithoutSpace = new RegExp(`^(?:${facts}):\\S`, 'm')

/** A mistake in a line or value, and what was most likely meant. `cure` is the advice, if it is not to write that. */
type Mistake = readonly [found: string, expected: string, meant: string, cure?: string]

/** Lines that are not `key: value`. The first group is the text before the mistake; `%` in `found` is the line itself. */
const lineMistakes: readonly (readonly [line: RegExp, ...mistake: Mistake])[] = [
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
    'a colon and a space after the key',
    '$1: $2',
  ],
]

/** A line without a key, which may continue the one above. */
const lineWithoutKey = /^[^\s#'"{[?%&*!|>:-][^:]*$/

/**
 * Repairs lines that the YAML library would join with the next ones: those with a second colon or an unclosed quote, and
 * those that are not `key: value`. The library recovers from everything else. Values keep their columns, unless a separator
 * was repaired.
 */
function repairLines(yaml: string, linesBefore: number): { yaml: string; faults: SyntaxFault[] } {
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
    const { repaired, ...rest } = fault
    // If this line continues the one above, it has what is missing there.
    const above = faults.at(-1)
    if (fault.mayContinue && above?.line === index + linesBefore && !above.mayContinue) faults.pop()
    faults.push({ line: index + 1 + linesBefore, ...rest })
    lines[index] = repaired
  }
  return { yaml: lines.join('\n'), faults }
}

type LineFault = Omit<SyntaxFault, 'line'> & { repaired: string }

function faultOfLine(line: string, continued: boolean): LineFault | undefined {
  for (const [pattern, found, expected, meant, cure] of lineMistakes) {
    const before = pattern.exec(line)?.[1]
    if (before === undefined) continue
    const rewritten = line.replace(pattern, meant).trimEnd()
    const repaired = faultOfValue(rewritten, continued)?.repaired ?? rewritten
    const what = found.replace('%', () => shown(line, 40))
    const message = `Unexpected ${what}, expected ${expected}. ${cure ?? `Write ${shown(repaired, 160)}.`}`
    return { column: before.length + 1, repaired, message, isRepaired: true }
  }
  if (!lineWithoutKey.test(line)) return faultOfValue(line, continued)
  const message = `Unexpected line ${shown(line, 40)} without a key, expected \`key: value\`. Join it to the line above, or take it out.`
  return { column: 1, repaired: '', message, mayContinue: true }
}

const keyed = /^( *(?:- +)?([A-Za-z_][\w-]*):[ \t]+| *- +(?=["']))(.*?)[ \t\r]*$/

/** The fault of a value after its key, or of a quoted item. */
function faultOfValue(line: string, continued: boolean): LineFault | undefined {
  const [, start = '', key = '', value = ''] = keyed.exec(line) ?? []
  const mistake = mistakeIn(key, value, continued)
  if (!mistake) return undefined
  const [found, expected, meant] = mistake
  const repaired = start + meant
  const where = key && ` in \`${key}\``
  const message = `Unexpected ${found}${where}, expected ${expected}. Write ${shown(repaired, 160)}.`
  // The meaning of an unclosed list, of a broken item and of text after a quote is unclear.
  const isRepaired = key !== '' && !/^[[{]|^(["']).*\1/.test(value)
  return { column: start.length + 1, repaired, message, ...(isRepaired && { isRepaired }) }
}

function mistakeIn(key: string, value: string, continued: boolean): Mistake | undefined {
  const mark = value[0] ?? ''
  if (mark === '"' || mark === "'") {
    const whole = mark === '"' ? /^"(?:[^"\\]|\\.)*"(?: +#.*)?$/ : /^'(?:[^']|'')*'(?: +#.*)?$/
    const isClosed = value.slice(1).includes(mark)
    if (whole.test(value) || (continued && !isClosed)) return undefined
    const text = isClosed ? withoutQuotes(value, mark) : value.slice(1)
    const found = isClosed ? 'text after the closing quote' : 'end of line'
    return [found, isClosed ? 'one quoted value' : 'a closing quote', yamlQuoted(text)]
  }
  if (mark === '[' || mark === '{') {
    const [what, end] = mark === '[' ? ['list', ']'] : ['map', '}']
    const bare = value.replace(/([[,]\s*)#/g, '$1')
    if (bare !== value) return ['`#`, which begins a comment', 'the words without it', bare]
    const missing = countOutsideQuotes(value, mark) - countOutsideQuotes(value, end)
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

/** The number of occurrences of a mark outside quotes. */
function countOutsideQuotes(value: string, mark: string): number {
  return value.replace(/"[^"]*"/g, '').split(mark).length - 1
}

/** Removes a pair of quotes around a text, if there is one. */
function withoutQuotes(value: string, mark: string): string {
  const isPaired = value.length > 1 && value.endsWith(mark)
  return isPaired ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value
}
