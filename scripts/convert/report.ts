import { keptBackLines, lostLines } from '../../src/intake/report.ts'
import { comparePlaces } from '../../src/model/finding.ts'
import { counted, findingsText } from '../check/report.ts'
import type { ConvertReport } from './convert.ts'

const number = (many: number) => many.toLocaleString('en')

/** The report of convert in lines, with its findings. */
export function reportLines(report: ConvertReport): string[] {
  const { findings, form, listing, records, reading } = report
  if (findings.length > 0) {
    const all = findingsText(findings.toSorted(comparePlaces))
    return [`${all}${counted(findings.length, 'error')}; nothing was written.`]
  }
  const head = form
    ? [
        `${counted(records.length, 'paper')} with an abstract in ${listing}, read as ${form}.`,
        ...keptBackLines(reading.records, listing),
      ]
    : bibliographyLines(report)
  return [
    ...head,
    ...lostLines(reading),
    ...(records.length > 0 ? writtenLines(report) : ['Nothing to write.']),
  ]
}

function bibliographyLines(report: ConvertReport): string[] {
  const { listing, records, bibliography, known, unmatched } = report
  const found = `${counted(records.length, 'record')} in ${listing}`
  if (!bibliography) return [`${found}, no bibliography.`]
  const more = unmatched.length - 5
  return [
    `${found}, ${number(known)} of them in ${bibliography}.`,
    ...(unmatched.length > 0
      ? [`${counted(unmatched.length, 'paper')} of ${bibliography} without a record:`]
      : []),
    ...unmatched.slice(0, 5).map((title) => `  ${title}`),
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ]
}

function writtenLines(report: ConvertReport): string[] {
  const { folder, written, present, gaps, records, unknownTex, added } = report
  if (written.length === 0)
    return [`All ${number(records.length)} in ${folder} already; nothing to write.`]
  const were = present === 1 ? 'was' : 'were'
  const there = present > 0 ? `; ${number(present)} ${were} there already` : ''
  const missing = Object.entries(gaps).map(([name, many]) => `${number(many)} without \`${name}\``)
  return [
    `Wrote ${counted(written.length, 'entry', 'entries')} to ${folder}${there}.`,
    `Added on ${added.day}: ${added.why}.`,
    ...(missing.length > 0 ? [`Gaps to fill: ${missing.join(', ')}.`] : []),
    ...unknownTex,
  ]
}
