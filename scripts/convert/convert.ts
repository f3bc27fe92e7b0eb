import { basename, join } from 'node:path'
import { plainFiles, readPlainFile } from '../../src/content/plain-file.ts'
import { entryFrom, newId, sayUnknownTex } from '../../src/intake/entry.ts'
import { fault, longestSaid, type ReadRecord } from '../../src/intake/reading.ts'
import { expectedFacts, gapsOf } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../../src/model/identifier.ts'
import { shown } from '../../src/rules/engine/words.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { type EntryContent, writeEntryFile } from '../../src/text/entry-writer.ts'
import { recoverFrontMatter } from '../../src/text/front-matter.ts'
import { withoutMark } from '../../src/text/place.ts'
import { removeDrafts, writeNewFile } from '../check/whole-file.ts'
import { errorCodeOf } from '../terminal/command.ts'
import { recordGaps } from './gaps.ts'
import { readSource, type Sources } from './read.ts'
import { type ConvertReport, emptyReport } from './report.ts'

/** The project's own listing. */
export const ownListing = 'content/listing/listing.txt'

/** The project's own folder of entries. */
export const ownFolder = 'content/papers'

/** What is converted, and where to. Today is for listings whose day nobody says. */
export interface ConvertOptions extends Sources {
  /** The listing; the project's own when absent. */
  listing?: string | undefined
  /** The folder of entries; the project's own when absent. */
  folder?: string | undefined
}

/**
 * Converts a listing or a file of papers: every record that no entry in the folder claims becomes an entry. With a finding
 * nothing is written. Entries that exist are never touched, so that converting again changes nothing. Each new file is whole
 * as soon as it exists; what a killed run has not written, the next run writes.
 */
export function convert(options: ConvertOptions = {}): ConvertReport {
  const { listing = ownListing, folder = ownFolder } = options
  const report = emptyReport(listing, folder)
  const records = readSource(report, options)
  report.records = records.length
  if (report.findings.length > 0) return report
  try {
    write(report, records)
  } catch (error) {
    if (!errorCodeOf(error) || !(error instanceof Error)) throw error
    const message = `Unexpected answer of the disk (${error.message}), expected a folder that takes new files. Write the path of such a folder.`
    report.findings = [fault(folder, message)]
  }
  return report
}

function write(report: ConvertReport, records: readonly ReadRecord[]): void {
  const { folder, reading } = report
  const { ids, owners, findings } = claimsOf(folder)
  report.findings = findings
  if (findings.length > 0) return
  removeDrafts(folder)
  const day = report.added?.day ?? ''
  const fresh: EntryContent[] = []
  for (const record of records) {
    const content = entryFrom(record, record.item, day)
    const { title = '' } = content.facts
    const owner = keysOf(content.facts).flatMap((key) => owners.get(key) ?? [])[0]
    if (!owner) fresh.push(content)
    else if (!owner.titles.some((other) => sameTitle(other, title))) {
      const why = `${owner.path} has its identifier under the title ${shown(owner.titles[0] ?? '')}`
      reading.leftOut.push({ line: record.line, what: shown(title, longestSaid), why })
    }
  }
  const files: { id: string; text: string }[] = []
  for (const content of fresh) {
    const id = newId(content.facts.title ?? '', ids)
    ids.add(id)
    const text = writeEntryFile(content)
    writeNewFile(join(folder, `${id}.mdx`), text)
    report.written.push(id)
    files.push({ id, text })
  }
  recordGaps(folder, files)
  report.unknownTex = sayUnknownTex(fresh)
  report.present = records.length - fresh.length
  const gaps = fresh.flatMap(({ facts }) => gapsOf(facts))
  for (const name of expectedFacts) {
    const count = gaps.filter((gap) => gap === name).length
    if (count > 0) report.gaps[name] = count
  }
}

/** An entry that is there, and the titles of its paper. */
interface Owner {
  path: string
  titles: string[]
}

/** What the entries in a folder hold: ids, those of renamed entries included, and papers by title and identifier. */
function claimsOf(folder: string) {
  const ids = new Set<string>()
  const owners = new Map<string, Owner>()
  const findings: Finding[] = []
  for (const path of plainFiles(folder, findings).filter((name) => name.endsWith('.mdx'))) {
    const { values, faults } = recoverFrontMatter(withoutMark(readPlainFile(path)))
    const { formerIds } = values
    const [first] = faults
    if (first) {
      // It may be of any paper.
      const message = `Unexpected front matter (${first.reason}), expected an entry that says which paper it is. Write it as \`npm run check\` says.`
      findings.push(fault(path, message, first.line, first.column))
    }
    ids.add(basename(path, '.mdx'))
    for (const id of Array.isArray(formerIds) ? formerIds : []) ids.add(String(id))
    const owner = { path, titles: titlesOf(values) }
    for (const key of keysOf(values)) if (!owners.has(key)) owners.set(key, owner)
  }
  return { ids, owners, findings }
}

type Claim = { [Fact in keyof EntryContent['facts']]?: unknown }

function titlesOf({ title, alsoTitled, publishedTitle }: Claim): string[] {
  const all = [title, publishedTitle, ...(Array.isArray(alsoTitled) ? alsoTitled : [])]
  return all.filter((text) => typeof text === 'string')
}

/** By what a paper is told from others: its titles, its arXiv identifier and its DOI. */
function keysOf(facts: Claim): string[] {
  const arxiv = typeof facts.paper === 'string' ? arxivIdOf(facts.paper) : undefined
  const dois = [facts.paper, facts.doi].map((text) =>
    typeof text === 'string' ? doiOf(text) : undefined,
  )
  return [
    ...(arxiv ? [`arxiv:${arxiv}`] : []),
    ...dois.flatMap((doi) => (doi ? [`doi:${doi.toLowerCase()}`] : [])),
    ...titlesOf(facts).map((text) => titleKey(text) || text),
  ]
}
