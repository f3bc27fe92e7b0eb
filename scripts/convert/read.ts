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
import { emptyReading, fault, noFacts, type Reading } from '../../src/intake/reading.ts'
import type { Finding } from '../../src/model/finding.ts'
import { day } from '../../src/model/partial-date.ts'
import { shown } from '../../src/text/messages.ts'
import { errorCodeOf, today } from '../terminal/command.ts'

/** Options of a listing, which override the files beside it. */
export interface ListingFacts {
  bibliography?: string | undefined
  added?: string | undefined
  today?: string | undefined
}

/** A parsed listing or file of papers. */
export interface Source {
  listing: string
  /** The format of a file of papers; absent for a listing. */
  form?: PaperForm
  /** The path of the bibliography; absent if there is none. */
  bibliography?: string
  /** The papers that can become entries. */
  records: Reading['records']
  /** How many of them are in the bibliography. */
  known: number
  /** Titles in the bibliography that no record has. */
  unmatched: string[]
  /** What was left out: records without an abstract, and everything that could not be read. */
  reading: Reading
  /** The `added` day of new entries, and where it comes from. */
  added: { day: string; why: string }
  findings: Finding[]
}

/** Reads a listing or a file of papers. */
export function readSource(listing: string, beside: ListingFacts = {}): Source {
  const { added } = beside
  const source: Source = {
    listing,
    records: [],
    known: 0,
    unmatched: [],
    reading: emptyReading(),
    added: added
      ? { day: added, why: 'as --added says' }
      : {
          day: beside.today ?? today(),
          why: 'today, since the listing has no year; --added sets another day',
        },
    findings: [],
  }
  const form = paperFormOf(listing)
  const cure = form ? 'Write the path of one that is there.' : giveListing
  const bytes = load(source, listing, cure)
  if (bytes && form) readFile(source, form, bytes)
  else if (bytes) readListing(source, bytes, beside)
  return source
}

function readListing(source: Source, bytes: Uint8Array, beside: ListingFacts): void {
  const { listing, findings } = source
  const { text, findings: broken } = listingText(listing, bytes)
  findings.push(...broken)
  if (broken.length > 0) return
  const parsed = parseListing(listing, text)
  const { items, itemOf } = bibliographyOf(source, beside.bibliography)
  findings.push(...parsed.findings)
  if (!beside.added) readDay(source, parsed.date)
  const lineOf = new Map<unknown, number>()
  for (const record of parsed.records) {
    const item = itemOf(record.title)
    const other = item && lineOf.get(item)
    if (other) {
      const why = `the bibliography says it is the paper of line ${other}`
      parsed.leftOut.push({ line: record.line, what: shown(record.title), why })
      continue
    }
    if (item) lineOf.set(item, record.line)
    const sound = soundRecord({ ...record, item: item ?? { ...noFacts, title: record.title } })
    parsed.leftOut.push(...sound.leftOut)
    if (sound.record) source.records.push(sound.record)
  }
  source.known = lineOf.size
  // A bibliography with none of the records belongs to another listing.
  if (lineOf.size === 0 && beside.bibliography === undefined) delete source.bibliography
  source.unmatched = items.filter((item) => !lineOf.has(item)).map(({ title }) => title)
  source.reading.leftOut = parsed.leftOut
}

function readFile(source: Source, form: PaperForm, bytes: Uint8Array): void {
  const { listing, findings } = source
  const reading = readPapers(form, bytes, loadVocabulary().venues)
  const hasAbstract = ({ abstract }: Reading['records'][number]) => abstract.length > 0
  source.form = form
  source.records = reading.records.filter(hasAbstract)
  source.reading = { ...reading, records: reading.records.filter((one) => !hasAbstract(one)) }
  if (reading.records.length > 0) return
  for (const { line, what, why } of reading.leftOut)
    findings.push(fault(listing, `No paper was read from ${what}: ${why}. Write it again.`, line))
  if (findings.length === 0) {
    const none = `Unexpected file without a paper, expected ${form} with at least one. Write the path of a file that has papers.`
    findings.push(fault(listing, none))
  }
}

function bibliographyOf(source: Source, asked: string | undefined): Bibliography {
  const path = asked ?? join(dirname(source.listing), 'bibliography.json').replaceAll('\\', '/')
  if (asked === undefined && !existsSync(path)) return noBibliography
  const bytes = load(source, path, 'Write the path of a list of papers in JSON.')
  if (!bytes) return noBibliography
  source.bibliography = path
  const bibliography = parseBibliography(path, new TextDecoder().decode(bytes))
  source.findings.push(...bibliography.findings)
  return bibliography
}

function load({ findings }: Source, path: string, cure: string): Uint8Array | undefined {
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

/** Finds the day of a listing: from the `.json` file beside it, otherwise from the page if that has a year. */
function readDay({ listing, added, findings }: Source, pageDate: string | undefined): void {
  if (pageDate && day.safeParse(pageDate).success)
    Object.assign(added, { day: pageDate, why: "the page's own date" })
  const path = `${listing.replace(/\.[^./\\]*$/, '')}.json`
  const date = existsSync(path) ? listingDay(path, findings) : undefined
  if (date && pageDate && !date.endsWith(pageDate.replace(/^-+/, ''))) {
    const own = `expected the page's own day \`${pageDate.slice(-5)}\``
    const message = `Unexpected date \`${date}\`, ${own}. Write the day that the listing has.`
    findings.push(fault(path, message))
  } else if (date) Object.assign(added, { day: date, why: `as ${path} says` })
}
