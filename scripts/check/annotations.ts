import { appendFileSync } from 'node:fs'
import type { Finding } from '../../src/model/finding.ts'
import { visible } from '../../src/model/visible.ts'
import { escapeMarkup } from '../../src/text/escapes.ts'

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

/** What GitHub shows at an entry whose paper nobody has recorded yet. */
export function notice(path: string, id: string): string {
  const words = `Nothing is recorded of ${id} yet. A curator compares the entry with the paper, and records it on the main branch: npm run add -- --record`
  return `::notice file=${property(path)},line=1,title=identity::${data(withoutOrders(words))}`
}

/** Findings as Markdown for GitHub's page of the job, below a sentence; everything from a file is text in it. */
export function jobSummary(title: string, sentence: string, findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ path, line, column, rule, message }) =>
      `| ${cell(`${path}:${line}:${column}`)} | ${cell(message)} | ${cell(rule)} |`,
  )
  const table =
    rows.length > 0 ? ['', '| place | finding | rule |', '| --- | --- | --- |', ...rows] : []
  return [`### ${title}`, '', sentence, ...table, ''].join('\n')
}

/** Shows findings on GitHub's page of the job; elsewhere does nothing. */
export function writeJobSummary(...summary: Parameters<typeof jobSummary>): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env
  if (file) appendFileSync(file, jobSummary(...summary))
}

/** Text in a cell of a table: only the backticks of our messages mean anything there. */
function cell(text: string): string {
  const escaped = (words: string) => escapeMarkup(words).replaceAll('|', '&#124;')
  return visible(text.replace(/\s+/g, ' '))
    .split(/(`` .*? ``|`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<code>${escaped(part.replace(/^`+ ?| ?`+$/g, ''))}</code>`
        : escaped(part).replace(/[\\*_[\]~@#!]/g, '\\$&'),
    )
    .join('')
}
