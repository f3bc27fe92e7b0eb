import { appendFileSync } from 'node:fs'
import type { Finding } from '../../src/model/finding.ts'
import { escapeControls } from '../../src/model/terminal-text.ts'
import { escapeMarkup } from '../../src/text/escapes.ts'

/** Escapes the message of a log command, so that a line break in it cannot start another command. */
const data = (text: string) => escapeControls(text).replaceAll('%', '%25').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/**
 * A finding as a log command, which GitHub shows at its line in a pull request.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function annotation(finding: Finding, level: 'error' | 'notice' = 'error'): string {
  const { path, line, column, rule, message } = finding
  return `::${level} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(message)}`
}

/** Appends a report to GitHub's job summary. Does nothing outside GitHub Actions. */
export function writeJobSummary(title: string, report: string): void {
  const { GITHUB_STEP_SUMMARY: file } = process.env
  if (file)
    appendFileSync(file, `### ${title}\n\n<pre>${escapeMarkup(escapeControls(report))}</pre>\n`)
}
