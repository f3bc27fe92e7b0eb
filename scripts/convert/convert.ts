import { join } from 'node:path'
import { refusalsOf, sayUnknownTex } from '../../src/intake/entry.ts'
import { fault } from '../../src/intake/reading.ts'
import { expectedFacts, gapsOf } from '../../src/model/entry.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { removeDrafts, writeNewFile } from '../check/whole-file.ts'
import { type Candidate, errorCodeOf, readCandidates } from './candidates.ts'
import { claimsOf } from './claims.ts'
import { newId } from './entry-id.ts'
import { type ConvertReport, emptyReport } from './report.ts'

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
}

/**
 * Converts a listing: every record that no entry in the folder claims becomes an entry. With a finding nothing is written.
 * Entries that exist are never touched, so that converting again changes nothing. Each new file is whole as soon as it
 * exists; what a killed run has not written, the next run writes.
 */
export function convert(options: ConvertOptions = {}): ConvertReport {
  const { listing = ownListing, folder = ownFolder } = options
  const report = emptyReport(listing, folder)
  const candidates = readCandidates(report, options)
  if (report.findings.length > 0) return report
  try {
    write(report, candidates)
  } catch (error) {
    if (!errorCodeOf(error) || !(error instanceof Error)) throw error
    const message = `Unexpected answer of the disk (${error.message}), expected a folder that takes new files. Write the path of such a folder.`
    report.findings = [fault(folder, message)]
  }
  return report
}

function write(report: ConvertReport, candidates: readonly Candidate[]): void {
  const { listing, folder } = report
  const claims = claimsOf(folder)
  removeDrafts(folder)
  const entries = candidates.filter(({ content }) => !claims.claim(content.facts))
  const files = entries.map(({ record, content }) => {
    const id = newId(content.facts.title ?? record.title, claims.ids)
    return { id, record, content, text: writeEntryFile(content) }
  })
  report.findings = [
    ...claims.findings,
    ...files.flatMap(({ id, record, content, text }) =>
      refusalsOf(`${id}.mdx`, text, content).map((message) => fault(listing, message, record.line)),
    ),
  ]
  if (report.findings.length > 0) return
  for (const { id, text } of files) {
    writeNewFile(join(folder, `${id}.mdx`), text)
    report.written.push(id)
  }
  report.unknownTex = sayUnknownTex(entries.map(({ content }) => content))
  report.present = candidates.length - entries.length
  const gaps = entries.flatMap(({ content }) => gapsOf(content.facts))
  for (const name of expectedFacts) {
    const count = gaps.filter((gap) => gap === name).length
    if (count > 0) report.gaps[name] = count
  }
}
