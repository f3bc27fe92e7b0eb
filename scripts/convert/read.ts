import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listingDay } from '../../src/content/list.ts'
import { NotPlainFile, readPlainBytes } from '../../src/content/plain-file.ts'
import { loadVocabulary } from '../../src/content/read.ts'
import { noBibliography, parseBibliography } from '../../src/intake/bibliography.ts'
import {
  listingText,
  type PaperFormat,
  paperFormatOf,
  readPapers,
} from '../../src/intake/formats.ts'
import { listingHint, parseListing } from '../../src/intake/listing.ts'
import { mergePapers } from '../../src/intake/merge.ts'
import { listingFinding, type Paper, type ParsedPapers } from '../../src/intake/paper.ts'
import type { Finding } from '../../src/model/finding.ts'
import { day } from '../../src/model/partial-date.ts'
import { quoted } from '../../src/text/messages.ts'
import { errorCodeOf, today } from '../terminal/command.ts'

/** Options for reading a listing. They override the files beside it. */
export interface ListingOptions {
  /** The path of the bibliography. */
  bibliography?: string | undefined
  /** The `added` day of new entries. */
  added?: string | undefined
  /** The day that counts as today; used for a listing without a date. */
  today?: string | undefined
}

/** A parsed listing or file of papers. Papers without an abstract cannot become entries yet. */
export interface Source extends ParsedPapers {
  listing: string
  /** The format of a file of papers; absent for a listing. */
  format?: PaperFormat
  /** The bibliography of a listing: how many records it matches, and its titles that match no record. */
  bibliography?: { path: string; known: number; unmatched: string[] }
  /** The `added` day of new entries, and where it comes from. */
  added: { day: string; why: string }
  findings: Finding[]
}

/** Reads a listing or a file of papers. */
export function readSource(listing: string, options: ListingOptions = {}): Source {
  const added = options.added
    ? { day: options.added, why: 'as --added says' }
    : {
        day: options.today ?? today(),
        why: 'today, because the listing has no year; use --added to set another day',
      }
  const source: Source = { listing, papers: [], skipped: [], added, findings: [] }
  const format = paperFormatOf(listing)
  const bytes = readBytes(
    source,
    listing,
    format ? 'Write the path of a file that exists.' : listingHint,
  )
  if (bytes && format) readPaperFile(source, format, bytes)
  else if (bytes) readListing(source, bytes, options)
  return source
}

function readListing(
  source: Source,
  bytes: Uint8Array,
  { added, bibliography }: ListingOptions,
): void {
  const { listing, findings } = source
  const text = listingText(listing, bytes)
  if (typeof text !== 'string') {
    findings.push(text)
    return
  }
  const parsed = parseListing(text)
  if (parsed.papers.length === 0) {
    const none = `Unexpected file, expected a listing with a title above each abstract. ${listingHint}`
    findings.push(listingFinding(listing, none))
  }
  if (!added) setAddedDay(source, parsed.date)
  const { items, find, path } = bibliographyOf(source, bibliography)
  const papers: Paper[] = []
  const lineOf = new Map<unknown, number>()
  for (const record of parsed.papers) {
    const { title, line } = record
    const item = find(title)
    const otherLine = item && lineOf.get(item)
    if (otherLine) {
      const why = `the bibliography has it as the paper in line ${otherLine}`
      parsed.skipped.push({ line, what: quoted(title), why })
      continue
    }
    if (item) lineOf.set(item, line)
    papers.push({ ...item, ...record })
  }
  Object.assign(source, mergePapers({ papers, skipped: parsed.skipped }))
  const known = lineOf.size
  const unmatched = items.filter((item) => !lineOf.has(item)).map(({ title }) => title)
  // A bibliography that matches no record belongs to another listing.
  if (path && (known > 0 || bibliography)) source.bibliography = { path, known, unmatched }
}

function readPaperFile(source: Source, format: PaperFormat, bytes: Uint8Array): void {
  const { listing, findings } = source
  const { papers, skipped } = readPapers(format, bytes, loadVocabulary().venues)
  Object.assign(source, { format, papers, skipped })
  if (papers.length > 0) return
  for (const { line, what, why } of skipped.filter(({ value }) => value === undefined)) {
    // A message about a whole file has its own advice.
    const fix = what === 'the file' ? '' : ' Correct it there.'
    findings.push(listingFinding(listing, `No paper was read from ${what}: ${why}.${fix}`, line))
  }
  if (findings.length === 0) {
    const none = `Unexpected file without papers, expected ${format} with at least one paper. Write the path of a file that has papers.`
    findings.push(listingFinding(listing, none))
  }
}

/** Reads the bibliography that was requested, or the one beside the listing. */
function bibliographyOf(source: Source, requested: string | undefined) {
  const path = requested ?? join(dirname(source.listing), 'bibliography.json').replaceAll('\\', '/')
  const isThere = requested !== undefined || existsSync(path)
  const bytes = isThere && readBytes(source, path, 'Write the path of a list of papers in JSON.')
  if (!bytes) return { ...noBibliography, path: undefined }
  const bibliography = parseBibliography(path, new TextDecoder().decode(bytes))
  source.findings.push(...bibliography.findings)
  return { ...bibliography, path }
}

function readBytes({ findings }: Source, path: string, advice: string): Uint8Array | undefined {
  try {
    return readPlainBytes(path)
  } catch (error) {
    const isNotPlain = error instanceof NotPlainFile
    if (!isNotPlain && errorCodeOf(error) !== 'ENOENT') throw error
    const missing = `Unexpected missing file, expected a file that can be read. ${advice}`
    findings.push(listingFinding(path, isNotPlain ? error.message : missing))
    return undefined
  }
}

/** Sets the `added` day from the `.json` file beside the listing, or from the listing's own date if it has a year. */
function setAddedDay({ listing, added, findings }: Source, pageDate: string | undefined): void {
  if (pageDate && day.safeParse(pageDate).success)
    Object.assign(added, { day: pageDate, why: "the listing's own date" })
  const path = `${listing.replace(/\.[^./\\]*$/, '')}.json`
  const date = existsSync(path) ? listingDay(path, findings) : undefined
  if (date && pageDate && !date.endsWith(pageDate.replace(/^-+/, ''))) {
    const message = `Unexpected date \`${date}\`, expected the listing's own day \`${pageDate.slice(-5)}\`. Write the day that the listing has.`
    findings.push(listingFinding(path, message))
  } else if (date) Object.assign(added, { day: date, why: `as ${path} says` })
}
