import { missingAbstractLines, skippedLines } from '../../src/intake/report.ts'
import { comparePlaces } from '../../src/model/finding.ts'
import { counted, findingsText } from '../check/report.ts'
import type { ConvertReport } from './convert.ts'

const number = (withAbstract: number) => withAbstract.toLocaleString('en')

/** The lines of the report of convert, or its findings. */
export function convertReportLines(report: ConvertReport): string[] {
  const { findings, format, listing, papers, skipped, bibliography } = report
  if (findings.length > 0) {
    const all = findingsText(findings.toSorted(comparePlaces))
    return [`${all}${counted(findings.length, 'error')}; nothing was written.`]
  }
  const withoutAbstract = papers.filter(({ abstract }) => abstract.length === 0)
  const many = papers.length - withoutAbstract.length
  const known = bibliography
    ? `${number(bibliography.known)} of them in ${bibliography.path}`
    : 'no bibliography'
  return [
    format
      ? `${counted(many, 'paper')} with an abstract in ${listing}, read as ${format}.`
      : `${counted(many, 'record')} in ${listing}, ${known}.`,
    ...missingAbstractLines(withoutAbstract, listing),
    ...unmatchedLines(report),
    ...skippedLines(skipped),
    ...(many > 0 ? writtenLines(report, many) : ['Nothing to write.']),
  ]
}

function unmatchedLines({ bibliography }: ConvertReport): string[] {
  const { path, unmatched } = bibliography ?? { path: '', unmatched: [] }
  if (unmatched.length === 0) return []
  const more = unmatched.length - 5
  return [
    `${counted(unmatched.length, 'paper')} of ${path} without a record:`,
    ...unmatched.slice(0, 5).map((title) => `  ${title}`),
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ]
}

function writtenLines(report: ConvertReport, many: number): string[] {
  const { folder, written, present, gaps, unknownTex, added } = report
  if (written.length === 0)
    return [`All ${number(many)} are in ${folder} already; nothing to write.`]
  const verb = present === 1 ? 'was' : 'were'
  const presentText = present > 0 ? `; ${number(present)} ${verb} there already` : ''
  const gapTexts = Object.entries(gaps).map(([name, all]) => `${number(all)} without \`${name}\``)
  return [
    `Wrote ${counted(written.length, 'entry', 'entries')} to ${folder}${presentText}.`,
    `Added on ${added.day}: ${added.why}.`,
    ...(gapTexts.length > 0 ? [`Gaps to fill: ${gapTexts.join(', ')}.`] : []),
    ...unknownTex,
  ]
}
