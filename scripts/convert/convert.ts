import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Document, isMap, parseDocument } from 'yaml'
import { plainFiles, readPlainFile } from '../../src/content/plain-file.ts'
import { entryOf, sayUnknownTex } from '../../src/intake/entry.ts'
import { newId } from '../../src/intake/entry-id.ts'
import { fault, type ReadRecord } from '../../src/intake/reading.ts'
import { expectedFacts, gapsOf } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { arxivIdOf, titleKey } from '../../src/model/identifier.ts'
import { lacking } from '../../src/rules/gaps.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import { type EntryContent, writeEntryFile } from '../../src/text/entry-writer.ts'
import { recoverFrontMatter } from '../../src/text/front-matter.ts'
import { withoutMark } from '../../src/text/place.ts'
import { removeDrafts, replaceFile, writeNewFile } from '../check/whole-file.ts'
import { errorCodeOf } from '../terminal/command.ts'
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
  const { folder } = report
  const { ids, keys, findings } = claimsOf(folder)
  report.findings = findings
  if (findings.length > 0) return
  removeDrafts(folder)
  const day = report.added?.day ?? ''
  const contents = records
    .map((record) => entryOf(record, record.item, day))
    .filter(({ facts }) => !keysOf(facts).some((key) => keys.has(key)))
  const files: { id: string; text: string }[] = []
  for (const content of contents) {
    const id = newId(content.facts.title ?? '', ids)
    ids.add(id)
    const text = writeEntryFile(content)
    writeNewFile(join(folder, `${id}.mdx`), text)
    report.written.push(id)
    files.push({ id, text })
  }
  recordGaps(folder, files)
  report.unknownTex = sayUnknownTex(contents)
  report.present = records.length - contents.length
  const gaps = contents.flatMap(({ facts }) => gapsOf(facts))
  for (const name of expectedFacts) {
    const count = gaps.filter((gap) => gap === name).length
    if (count > 0) report.gaps[name] = count
  }
}

/** Names in the gaps of the list what its new entries lack, so that the check says it in one line for each kind of fact. */
function recordGaps(folder: string, files: readonly { id: string; text: string }[]): void {
  const content = dirname(folder)
  if (!existsSync(join(content, 'site.yaml'))) return
  const path = join(content, 'gaps.yaml')
  const known: Document = parseDocument(existsSync(path) ? readPlainFile(path) : gapsHead)
  // The check says what is wrong with it.
  if (known.errors.length > 0) return
  const list = isMap(known.contents) ? known.contents : known.createNode({})
  known.contents = list
  list.flow = false
  for (const { id, text } of files) {
    const gaps = lacking(parseEntryFile(`${id}.mdx`, text))
    if (gaps.length > 0) list.set(id, known.createNode(gaps, { flow: true }))
  }
  if (list.items.length > 0)
    replaceFile(path, known.toString({ lineWidth: 0, flowCollectionPadding: false }))
}

const gapsHead = '# What entries are known to lack. Take a fact out when its entry has it.'

/** What the entries in a folder hold: ids, those of renamed entries included, and papers by title and arXiv identifier. */
function claimsOf(folder: string) {
  const ids = new Set<string>()
  const keys = new Set<string>()
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
    for (const key of keysOf(values)) keys.add(key)
  }
  return { ids, keys, findings }
}

function keysOf({ title, alsoTitled, paper }: { [Fact in keyof EntryContent['facts']]?: unknown }) {
  const titles = [title, ...(Array.isArray(alsoTitled) ? alsoTitled : [])]
  const arxiv = typeof paper === 'string' ? arxivIdOf(paper) : undefined
  return [
    ...titles.flatMap((text) => (typeof text === 'string' ? [titleKey(text) || text] : [])),
    ...(arxiv ? [`arxiv:${arxiv}`] : []),
  ]
}
