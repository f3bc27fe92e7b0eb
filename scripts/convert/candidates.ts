import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entryOf } from '../../src/intake/entry.ts'
import type { PaperRecord } from '../../src/intake/reading.ts'
import type { Finding } from '../../src/model/finding.ts'
import { titleKey } from '../../src/model/identifier.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { addedOf } from './added.ts'
import { type Bibliography, noBibliography, parseBibliography } from './bibliography.ts'
import { errorCodeOf, fault, quoted } from './fault.ts'
import { parseListing } from './listing.ts'
import { giveListing, textOf } from './listing-bytes.ts'
import { candidatesOfFile } from './readers/candidates-of-file.ts'
import { paperFormOf } from './readers/read-papers.ts'
import type { ConvertReport } from './report.ts'

/** A record, and the entry that it may become. */
export interface Candidate {
  record: PaperRecord
  content: EntryContent
}

/** What is known of a listing beyond the files beside it; each goes before what those say. */
export interface Sources {
  bibliography?: string | undefined
  added?: string | undefined
  today?: string | undefined
}

/** Reads a listing and what is known of its papers. Counts and faults go into the report. */
export function readCandidates(report: ConvertReport, options: Sources): Candidate[] {
  const { listing, findings } = report
  const bytes = load(listing, giveListing, findings)
  if (!bytes) return []
  const today = options.today ?? new Date().toISOString().slice(0, 10)
  const form = paperFormOf(listing)
  if (form) {
    const { added } = options
    report.added = { day: added ?? today, source: added ? 'option' : 'today' }
    return candidatesOfFile(report, form, bytes, report.added.day)
  }
  const { text, findings: broken } = textOf(listing, bytes)
  if (broken.length > 0) {
    findings.push(...broken)
    return []
  }
  const { records, date, findings: faults } = parseListing(listing, text)
  const bibliography = bibliographyOf(report, options.bibliography)
  const { day, source, findings: dateFaults } = addedOf(listing, date, options.added, today)
  const items = records.map(({ title }) => bibliography.itemOf(title))
  report.records = records.length
  report.known = items.filter(Boolean).length
  // What lies beside a listing and knows none of its records is another listing's.
  if (report.known === 0 && options.bibliography === undefined) delete report.bibliography
  report.unmatched = bibliography.items
    .filter((item) => !items.includes(item))
    .map((item) => item.title)
  report.added = { day, source }
  findings.push(...faults, ...samePaper(listing, records, bibliography), ...dateFaults)
  return records.map((record, at) => ({ record, content: entryOf(record, items[at], day) }))
}

function bibliographyOf(report: ConvertReport, asked: string | undefined): Bibliography {
  const path = asked ?? join(dirname(report.listing), 'bibliography.json').replaceAll('\\', '/')
  if (asked === undefined && !existsSync(path)) return noBibliography
  const bytes = load(path, 'Write the path of a list of papers in JSON.', report.findings)
  if (!bytes) return noBibliography
  report.bibliography = path
  const bibliography = parseBibliography(path, new TextDecoder().decode(bytes))
  report.findings.push(...bibliography.findings)
  return bibliography
}

function load(path: string, cure: string, findings: Finding[]): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = errorCodeOf(error)
    if (!code) throw error
    const what = code === 'ENOENT' ? 'missing file' : code === 'EISDIR' ? 'folder' : `error ${code}`
    findings.push(fault(path, `Unexpected ${what}, expected a file that can be read. ${cure}`))
    return undefined
  }
}

/** Finds records that are the same paper under two titles. */
function samePaper(
  path: string,
  records: readonly PaperRecord[],
  { itemOf }: Bibliography,
): Finding[] {
  const first = new Map<unknown, PaperRecord>()
  return records.flatMap((record) => {
    const item = itemOf(record.title)
    const other = item && first.get(item)
    if (item && !other) first.set(item, record)
    // Records with one title are named as such already.
    if (!other || titleKey(other.title) === titleKey(record.title)) return []
    const message = `Unexpected second record ${quoted(record.title)} of one paper, expected each paper once; by the bibliography line ${other.line} is the same. Delete one of the two records.`
    return [fault(path, message, record.line)]
  })
}
