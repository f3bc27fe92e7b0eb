import type { Finding } from '../../src/model/finding.ts'
import { visible } from '../../src/model/visible.ts'
import type { CheckReport } from './check-content.ts'

const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
/** A message whose own line ends are kept for the annotation, and nothing else that a log would obey. */
const withoutOrders = (text: string) =>
  text
    .split(/(\r?\n)/)
    .map((part, at) => (at % 2 ? part : visible(part)))
    .join('')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * A finding as GitHub shows it at its line in a pull request.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function annotation({ path, line, column, rule, message }: Finding): string {
  return `::error file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(withoutOrders(message))}`
}

/** The report as Markdown for GitHub's page of the job; everything from a file is text in it. */
export function jobSummary({ findings, entries }: CheckReport): string {
  if (findings.length === 0) return `### Check\n\nNo findings in ${entries.length} entries.\n`
  const rows = findings.map(
    ({ path, line, column, rule, message }) =>
      `| ${cell(`${path}:${line}:${column}`)} | ${cell(message)} | ${cell(rule)} |`,
  )
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  return [
    '### Check',
    '',
    `${count} in ${entries.length} entries. Each rule has a section in CONTRIBUTING.`,
    '',
    '| place | finding | rule |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' }

/** Text in a cell of a table: only the backticks of our messages mean anything there. */
function cell(text: string): string {
  const escaped = (words: string) => words.replace(/[&<>|]/g, (sign) => entities[sign] ?? '')
  return visible(text.replace(/\s+/g, ' '))
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<code>${escaped(part.replace(/^`+ ?| ?`+$/g, ''))}</code>`
        : escaped(part).replace(/[\\*_[\]~@#!]/g, '\\$&'),
    )
    .join('')
}
