import type { PaperForm } from '../../src/intake/read-papers.ts'
import { emptyReading, type Reading } from '../../src/intake/reading.ts'
import { keptBackLines, lostLines } from '../../src/intake/report.ts'
import type { Gap } from '../../src/model/entry.ts'
import { comparePlaces, type Finding } from '../../src/model/finding.ts'
import { findingsText } from '../check/report.ts'

/** What convert did, or found. With findings nothing was written, unless the disk failed in the middle. */
export interface ConvertReport {
  listing: string
  folder: string
  /** The form of a file of papers; absent for a listing. */
  form?: PaperForm
  /** The bibliography that was read; absent when there is none. */
  bibliography?: string
  /** How many records could become entries. */
  records: number
  /** How many of them the bibliography knows. */
  known: number
  /** Titles in the bibliography that no record has. */
  unmatched: string[]
  /** What becomes no entry: the records without an abstract, and all that did not come through. */
  reading: Reading
  /** The ids of the entries that were written, in the listing's order. */
  written: string[]
  /** How many records had their entry already. */
  present: number
  /** For each fact that is missing somewhere, how many of the written entries lack it. */
  gaps: Partial<Record<Gap, number>>
  /** A sentence on the commands of TeX that the written entries keep as they are; empty when there are none. */
  unknownTex: string[]
  /** The day on which the written entries joined the list, and where it is from. */
  added?: { day: string; source: 'option' | 'facts' | 'page' | 'today' }
  findings: Finding[]
}

/** The path of the file of facts beside a listing, `listing.json` for `listing.txt`. */
export function factsPathOf(listing: string): string {
  return `${listing.replace(/\.[^./\\]*$/, '')}.json`
}

/** The report of a run that has done and found nothing yet. */
export function emptyReport(listing: string, folder: string): ConvertReport {
  return {
    listing,
    folder,
    records: 0,
    known: 0,
    unmatched: [],
    reading: emptyReading(),
    written: [],
    present: 0,
    gaps: {},
    unknownTex: [],
    findings: [],
  }
}

const number = (count: number) => count.toLocaleString('en')
const count = (many: number, one: string, more = `${one}s`) =>
  `${number(many)} ${many === 1 ? one : more}`

/** What convert did, in lines for people; the findings in their places, when there are any. */
export function reportLines(report: ConvertReport): string[] {
  const { findings, form, listing, records, reading } = report
  if (findings.length > 0) return findingLines(report)
  const head = form
    ? [
        `${count(records, 'paper')} with an abstract in ${listing}, read as ${form}.`,
        ...keptBackLines(reading.records, listing),
      ]
    : [recordsLine(report), ...unmatchedLines(report)]
  return [
    ...head,
    ...lostLines(reading),
    ...(records > 0 ? writtenLines(report) : ['Nothing to write.']),
  ]
}

function recordsLine({ listing, records, bibliography, known }: ConvertReport): string {
  const knows = bibliography ? `, ${number(known)} of them in ${bibliography}` : ', no bibliography'
  return `${count(records, 'record')} in ${listing}${knows}.`
}

function unmatchedLines({ bibliography, unmatched }: ConvertReport): string[] {
  if (!bibliography || unmatched.length === 0) return []
  const titles = unmatched.slice(0, 5).map((title) => `  ${title}`)
  const rest = unmatched.length > 5 ? [`  and ${number(unmatched.length - 5)} more`] : []
  return [
    `${count(unmatched.length, 'paper')} of ${bibliography} in no record:`,
    ...titles,
    ...rest,
  ]
}

function writtenLines(report: ConvertReport): string[] {
  const { folder, written, present, gaps, records, unknownTex } = report
  if (written.length === 0)
    return [`All ${number(records)} in ${folder} already; nothing to write.`]
  const there =
    present > 0 ? `; ${number(present)} ${present === 1 ? 'was' : 'were'} there already` : ''
  const missing = Object.entries(gaps).map(([name, many]) => `${number(many)} without \`${name}\``)
  return [
    `Wrote ${count(written.length, 'entry', 'entries')} to ${folder}${there}.`,
    addedLine(report),
    ...(missing.length > 0 ? [`Gaps to fill: ${missing.join(', ')}.`] : []),
    ...unknownTex,
  ]
}

function addedLine({ listing, added }: ConvertReport): string {
  const { day = '', source = 'today' } = added ?? {}
  const reasons = {
    option: 'as --added says',
    facts: `as ${factsPathOf(listing)} says`,
    page: "the page's own date",
    today: 'today, since the listing has no year; --added sets another day',
  }
  return `Added on ${day}: ${reasons[source]}.`
}

function findingLines({ findings, written }: ConvertReport): string[] {
  const done = written.length > 0 ? count(written.length, 'entry', 'entries') : 'nothing'
  const all = findingsText([...findings].sort(comparePlaces))
  return [
    `${all}${count(findings.length, 'error')}; ${done} ${written.length > 1 ? 'were' : 'was'} written.`,
  ]
}
