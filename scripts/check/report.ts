import type { Finding } from '../../src/model/finding.ts'
import { escapeControls, shellQuote } from '../../src/model/terminal-text.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import type { CheckReport } from './check-content.ts'
import { fixedSource } from './fix.ts'

const textWidth = 75
const ruleColumn = 68

const pathsOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ path }) => path))]

/** Formats findings by file, with an empty line after each file. */
export function findingsText(findings: readonly Finding[]): string {
  return pathsOf(findings)
    .map((path) => {
      const own = findings.filter((finding) => finding.path === path)
      return `${[escapeControls(path).replaceAll('\n', ' '), ...own.map(findingText)].join('\n')}\n\n`
    })
    .join('')
}

/** Formats the report: the findings by file, the counts, the gaps, and the next command as the last line. */
export function reportText({ findings, entries, gaps, unrecorded }: CheckReport): string {
  const entryCount = counted(entries.length, 'entry', 'entries')
  const found = `${counted(findings.length, 'finding')} in ${counted(pathsOf(findings).length, 'file')}`
  const missing = Object.entries(gaps).map(
    ([name, count = 0]) => `${name} (${count.toLocaleString('en')})`,
  )
  const lines = [
    findings.length > 0 ? `${found}; ${entryCount} checked.` : `No findings in ${entryCount}.`,
    missing.length > 0 && `Gaps: ${missing.join(', ')}.`,
    unrecorded.length > 0 &&
      `Identity not recorded yet: ${counted(unrecorded.length, 'paper')}. A curator records it on the main branch: \`npm run add -- --record\`.`,
    `Next: ${nextCommand(findings, entries)}`,
  ]
  return findingsText(findings) + lines.filter((line) => line !== false).join('\n')
}

/** Formats a finding: its position, its wrapped message, and its rule in a separate column. */
export function findingText({ line, column, message, rule }: Finding): string {
  const place = `  ${`${line}:${column}`.padEnd(6)} `
  const margin = ' '.repeat(place.length)
  const lines = wrap(escapeControls(message), textWidth - place.length)
  const last = margin + (lines.pop() ?? '')
  const ended =
    last.length < ruleColumn - 1
      ? [`${last.padEnd(ruleColumn)}${rule}`]
      : [last, `${' '.repeat(ruleColumn)}${rule}`]
  const [first = '', ...rest] = [...lines.map((text) => margin + text), ...ended]
  return [place + first.slice(place.length), ...rest].join('\n')
}

// Replaces a space at which a line must not break.
const noBreak = '\uE000'

/** Wraps a message. Text in backticks is kept on one line if it fits. */
function wrap(message: string, width: number): string[] {
  const joined = message
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?:`` .*? ``|`[^`]*`|\S)+/g, (piece) =>
      piece.length > width ? piece : piece.replaceAll(' ', noBreak),
    )
    // GitHub would run a line that starts with one of these as a log command.
    .replace(/ (?=::|##\[)/g, noBreak)
  const lines = joined.match(new RegExp(`\\S.{0,${width - 1}}(?!\\S)|\\S+`, 'g')) ?? []
  return lines.map((line) => line.trimEnd().replaceAll(noBreak, ' '))
}

/** A number with its noun: `1 entry`, `2,000 entries`. */
export const counted = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`

const formRules = new Set(['canonical-form', 'canonical-address'])

/** The next command: the check, with `--fix` if only the form is wrong; `npm start` if there are no findings. */
function nextCommand(findings: readonly Finding[], entries: readonly EntryFile[]): string {
  const paths = pathsOf(findings)
  if (paths.length === 0) return 'npm start'
  const canFix =
    findings.every(({ rule }) => formRules.has(rule)) &&
    entries.some((file) => paths.includes(file.path) && fixedSource(file) !== undefined)
  const args = [...(canFix ? ['--fix'] : []), ...(paths.length > 3 ? [] : paths.map(shellQuote))]
  return ['npm run check', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
}
