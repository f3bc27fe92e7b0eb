import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listingDay } from '../../src/content/list.ts'
import { NotPlain, readPlainBytes } from '../../src/content/plain-file.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import {
  type Bibliography,
  noBibliography,
  parseBibliography,
} from '../../src/intake/bibliography.ts'
import { soundRecord } from '../../src/intake/entry.ts'
import { parseListing } from '../../src/intake/listing.ts'
import { giveListing, listingText } from '../../src/intake/listing-bytes.ts'
import { type PaperForm, paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import {
  emptyReading,
  fault,
  noFacts,
  type PaperRecord,
  type ReadRecord,
} from '../../src/intake/reading.ts'
import { day } from '../../src/model/partial-date.ts'
import { shown } from '../../src/rules/engine/words.ts'
import { errorCodeOf } from '../terminal/command.ts'
import { type ConvertReport, factsPathOf } from './report.ts'

/** What is known of a listing beyond the files beside it; each goes before what those say. */
export interface Sources {
  bibliography?: string | undefined
  added?: string | undefined
  today?: string | undefined
}

/** Reads the records of a listing or of a file of papers. Counts, faults and all that becomes no entry go into the report. */
export function readSource(report: ConvertReport, sources: Sources): ReadRecord[] {
  const { added, today = new Date().toISOString().slice(0, 10) } = sources
  report.added = { day: added ?? today, source: added ? 'option' : 'today' }
  const form = paperFormOf(report.listing)
  const bytes = load(
    report,
    report.listing,
    form ? 'Write the path of one that is there.' : giveListing,
  )
  if (!bytes) return []
  return form ? readFile(report, form, bytes) : readListing(report, bytes, sources)
}

function readListing(report: ConvertReport, bytes: Uint8Array, sources: Sources): ReadRecord[] {
  const { listing, findings } = report
  const { text, findings: broken } = listingText(listing, bytes)
  if (broken.length > 0) {
    findings.push(...broken)
    return []
  }
  const parsed = parseListing(listing, text)
  const { items, itemOf } = bibliographyOf(report, sources.bibliography)
  findings.push(...parsed.findings)
  if (!sources.added) readDay(report, parsed.date)
  const first = new Map<unknown, PaperRecord>()
  const records = parsed.records.flatMap((record) => {
    const item = itemOf(record.title)
    const other = item && first.get(item)
    if (item && !other) first.set(item, record)
    if (other) {
      const why = `by the bibliography it is the paper of line ${other.line}`
      parsed.leftOut.push({ line: record.line, what: shown(record.title), why })
      return []
    }
    const sound = soundRecord({ ...record, item: item ?? { ...noFacts, title: record.title } })
    parsed.leftOut.push(...sound.leftOut)
    return sound.record ?? []
  })
  report.known = first.size
  // What lies beside a listing and knows none of its records is another listing's.
  if (first.size === 0 && sources.bibliography === undefined) delete report.bibliography
  report.unmatched = items.filter((item) => !first.has(item)).map(({ title }) => title)
  report.reading = { ...emptyReading(), leftOut: parsed.leftOut.sort((a, b) => a.line - b.line) }
  return records
}

function readFile(report: ConvertReport, form: PaperForm, bytes: Uint8Array): ReadRecord[] {
  const { records, ...reading } = readPapers(form, bytes, loadVocabulary().venues)
  const keptBack = records.filter(({ abstract }) => abstract.length === 0)
  report.form = form
  report.reading = { ...reading, records: keptBack }
  if (records.length === 0) {
    const none = `Unexpected end of the file without a paper, expected ${form} with at least one. Write the path of a file that has papers.`
    const causes = reading.leftOut.map(({ line, what, why }) =>
      fault(report.listing, `No paper comes of ${what}: ${why}. Write it anew.`, line),
    )
    report.findings.push(...(causes.length > 0 ? causes : [fault(report.listing, none)]))
  }
  return records.filter((record) => !keptBack.includes(record))
}

function bibliographyOf(report: ConvertReport, asked: string | undefined): Bibliography {
  const path = asked ?? join(dirname(report.listing), 'bibliography.json').replaceAll('\\', '/')
  if (asked === undefined && !existsSync(path)) return noBibliography
  const bytes = load(report, path, 'Write the path of a list of papers in JSON.')
  if (!bytes) return noBibliography
  report.bibliography = path
  const bibliography = parseBibliography(path, new TextDecoder().decode(bytes))
  report.findings.push(...bibliography.findings)
  return bibliography
}

function load({ findings }: ConvertReport, path: string, cure: string): Uint8Array | undefined {
  try {
    return readPlainBytes(path)
  } catch (error) {
    const code = errorCodeOf(error)
    if (!code && !(error instanceof NotPlain)) throw error
    const what = code === 'ENOENT' ? 'missing file' : `error ${code}`
    const message = `Unexpected ${what}, expected a file that can be read. ${cure}`
    findings.push(fault(path, error instanceof NotPlain ? error.message : message))
    return undefined
  }
}

/** Finds the day of a listing: the one in its facts, else the page's own where that has a year. */
function readDay(report: ConvertReport, pageDate: string | undefined): void {
  if (pageDate && day.safeParse(pageDate).success) report.added = { day: pageDate, source: 'page' }
  const path = factsPathOf(report.listing)
  if (!existsSync(path)) return
  const date = listingDay(path, report.findings)
  if (date && pageDate && !date.endsWith(pageDate.replace(/^-+/, ''))) {
    const own = `expected the page's own day \`${pageDate.slice(-5)}\``
    const message = `Unexpected date \`${date}\`, ${own}. Write the day that the listing has.`
    report.findings.push(fault(path, message))
  } else if (date) report.added = { day: date, source: 'facts' }
}
