import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadVocabulary } from '../../src/content/read.ts'
import {
  type Bibliography,
  noBibliography,
  parseBibliography,
} from '../../src/intake/bibliography.ts'
import { entryOf, refusalsOf } from '../../src/intake/entry.ts'
import { parseListing } from '../../src/intake/listing.ts'
import { giveListing, textOf } from '../../src/intake/listing-bytes.ts'
import { type PaperForm, paperFormOf, readPapers } from '../../src/intake/read-papers.ts'
import type { LeftOut, PaperRecord, ReadRecord } from '../../src/intake/reading.ts'
import { fault } from '../../src/intake/reading.ts'
import type { Remainder } from '../../src/intake/report.ts'
import type { Finding } from '../../src/model/finding.ts'
import { titleKey } from '../../src/model/identifier.ts'
import { shown } from '../../src/rules/engine/words.ts'
import { type EntryContent, writeEntryFile } from '../../src/text/entry-writer.ts'
import { addedOf } from './added.ts'
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

/** The code that the system gives an error, such as `ENOENT`; undefined for an error of our own. */
export function errorCodeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
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
    const message = `Unexpected second record ${shown(record.title)} of one paper, expected each paper once; by the bibliography line ${other.line} is the same. Delete one of the two records.`
    return [fault(path, message, record.line)]
  })
}

/** The entries-to-be of a file of papers in another form than a listing's; the report is told what becomes none. */
function candidatesOfFile(
  report: ConvertReport,
  form: PaperForm,
  bytes: Uint8Array,
  added: string,
): Candidate[] {
  const { venues } = loadVocabulary()
  const { records, leftOut, unused } = readPapers(form, bytes, venues)
  const remainder: Remainder = { form, keptBack: [], leftOut: [...leftOut], unused }
  report.remainder = remainder
  const candidates: Candidate[] = []
  for (const record of records) {
    const content = contentOf(record, added)
    const [why] = refusalsOf('entry.mdx', writeEntryFile(content), content)
    if (record.abstract.length === 0) remainder.keptBack.push(record)
    else if (why) remainder.leftOut.push({ line: record.line, what: shown(record.title), why })
    else candidates.push({ record, content })
  }
  report.records = candidates.length
  if (records.length === 0) report.findings.push(...nothing(report.listing, form, leftOut))
  return candidates
}

function contentOf(record: ReadRecord, added: string): EntryContent {
  const content = entryOf(record, record.item, added)
  if (record.paper) content.facts.paper = record.paper
  return content
}

function nothing(path: string, form: PaperForm, leftOut: readonly LeftOut[]) {
  const message = `Unexpected end of the file without a paper, expected ${form} with at least one. Write the path of a file that has papers.`
  return [
    fault(path, message),
    ...leftOut.map(({ line, what, why }) =>
      fault(path, `Unexpected ${what}, expected a paper: ${why}. Write it anew.`, line),
    ),
  ]
}
