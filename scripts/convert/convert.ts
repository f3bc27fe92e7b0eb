import { expectedFacts, gapsOf } from '../../src/model/entry.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { type Candidate, readCandidates } from './candidates.ts'
import { claimsOf } from './claims.ts'
import { newId } from './entry-id.ts'
import { errorCodeOf, fault } from './fault.ts'
import { judge } from './judge.ts'
import { LockHeld, withLock } from './lock.ts'
import { type ConvertReport, emptyReport } from './report.ts'
import { type BeforeStep, hasLeftovers, undoLeftovers, workFolderOf, writeAll } from './write.ts'

/** The project's own listing. */
export const ownListing = 'content/listing/listing.txt'

/** The project's own folder of entries. */
export const ownFolder = 'content/papers'

/** What is converted, and where to. */
export interface ConvertOptions {
  /** The listing; the project's own when absent. */
  listing?: string | undefined
  /** The folder of entries; the project's own when absent. */
  folder?: string | undefined
  /** The bibliography; `bibliography.json` beside the listing when absent. */
  bibliography?: string | undefined
  /** The day on which the entries join the list, `2025-03-13`. */
  added?: string | undefined
  /** Today, for listings whose day nobody says. */
  today?: string | undefined
  /** How long to wait for another convert, in milliseconds. */
  patience?: number
  /** Called before each step that changes the disk. */
  beforeStep?: BeforeStep
}

/**
 * Converts a listing: every record that no entry in the folder claims becomes an entry, all of them or, when there is
 * a finding, none. Entries that are there are never touched, so that converting again changes nothing.
 */
export async function convert(options: ConvertOptions = {}): Promise<ConvertReport> {
  const { listing = ownListing, folder = ownFolder } = options
  const report = emptyReport(listing, folder)
  const candidates = readCandidates(report, options)
  if (report.findings.length > 0) return report
  const { patience = 60_000, beforeStep } = options
  try {
    // A listing that is up to date is found to be so without a change to the disk.
    const claims = claimsOf(folder)
    const isNew = candidates.some(({ content }) => !claims.claim(content.facts))
    if (claims.findings.length > 0) report.findings = claims.findings
    else if (!isNew && !hasLeftovers(folder)) report.present = candidates.length
    else await withLock(workFolderOf(folder), patience, () => write(report, candidates, beforeStep))
  } catch (error) {
    report.findings = [fault(folder, sayOfDisk(error))]
  }
  return report
}

async function write(
  report: ConvertReport,
  candidates: readonly Candidate[],
  beforeStep: BeforeStep | undefined,
): Promise<void> {
  undoLeftovers(report.folder)
  const claims = claimsOf(report.folder)
  const files = new Map<string, string>()
  const entries = candidates.filter(({ content }) => !claims.claim(content.facts))
  report.findings = [...claims.findings]
  for (const { record, content } of entries) {
    const name = `${newId(content.facts.title ?? record.title, claims.ids)}.mdx`
    const text = writeEntryFile(content)
    files.set(name, text)
    report.findings.push(...judge(report.listing, record, content, name, text))
  }
  if (report.findings.length > 0) return
  if (files.size > 0) await writeAll(report.folder, files, beforeStep)
  report.written = [...files.keys()].map((name) => name.replace(/\.mdx$/, ''))
  report.present = candidates.length - entries.length
  const gaps = entries.flatMap(({ content }) => gapsOf(content.facts))
  for (const name of expectedFacts) {
    const count = gaps.filter((gap) => gap === name).length
    if (count > 0) report.gaps[name] = count
  }
}

function sayOfDisk(error: unknown): string {
  if (error instanceof LockHeld) {
    return `Unexpected second convert (${error.message}) in this folder, expected one at a time. Run the command again when the other has ended.`
  }
  const code = errorCodeOf(error)
  if (!code || !(error instanceof Error)) throw error
  return `Unexpected answer of the disk (${error.message}), expected a folder that takes new files. Write the path of such a folder.`
}
