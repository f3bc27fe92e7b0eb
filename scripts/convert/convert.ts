import { join } from 'node:path'
import { plainFiles, readPlainFile } from '../../src/content/plain-file.ts'
import { entryFrom, unknownTexLines } from '../../src/intake/entry.ts'
import { indexEntries } from '../../src/intake/existing.ts'
import { listingFinding, longestQuoted } from '../../src/intake/paper.ts'
import { expectedFacts, type Gap, gapsOf } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { parseFrontMatter } from '../../src/text/front-matter.ts'
import { quoted } from '../../src/text/messages.ts'
import { withoutBom } from '../../src/text/place.ts'
import { removePartialFiles, writeNewFile } from '../check/atomic-write.ts'
import { recordGaps } from './gaps.ts'
import { type ListingOptions, readSource, type Source } from './read.ts'

/** The path of the project's own listing. */
export const defaultListing = 'content/listing/listing.txt'

/** The path of the project's own entries. */
export const defaultFolder = 'content/papers'

/** The options of convert. */
export interface ConvertOptions extends ListingOptions {
  /** The listing or file of papers; by default the project's own listing. */
  listing?: string | undefined
  /** The folder for the entries; by default the project's own. */
  folder?: string | undefined
}

/** The result of convert. If there are findings, nothing was written. */
export interface ConvertReport extends Source {
  folder: string
  /** The ids of the written entries, in the listing's order. */
  written: string[]
  /** The number of papers that had an entry already. */
  present: number
  /** For each missing fact, how many of the written entries lack it. */
  gaps: Partial<Record<Gap, number>>
  /** The line of the report about unknown TeX commands in the written entries; empty if there are none. */
  unknownTex: string[]
}

/**
 * Converts a listing or a file of papers: writes an entry for every paper that has an abstract and no entry in the folder yet.
 * Existing entries are never changed. Each file is written atomically, so a run that was killed can be repeated. If there are
 * findings, nothing is written.
 */
export function convert(options: ConvertOptions = {}): ConvertReport {
  const { listing = defaultListing, folder = defaultFolder } = options
  const source = readSource(listing, options)
  const report = { ...source, folder, written: [], present: 0, gaps: {}, unknownTex: [] }
  if (report.findings.length === 0) write(report)
  return report
}

function write(report: ConvertReport): void {
  const { folder, papers, skipped, added, findings } = report
  const entries = plainFiles(folder, findings).filter((path) => path.endsWith('.mdx'))
  const entryHeads = entries.map((path) => loadFrontMatter(path, findings))
  if (findings.length > 0) return
  removePartialFiles(folder)
  const index = indexEntries(entryHeads)
  const complete = papers.filter(({ abstract }) => abstract.length > 0)
  const newEntries = complete.flatMap((paper) => {
    const content = entryFrom(paper, added.day)
    const { title = '' } = content.facts
    const existing = index.findEntry(content.facts)
    if (!existing) return [content]
    if (!existing.titles.some((other) => sameTitle(other, title))) {
      const why = `${existing.path} has its identifier under the title ${quoted(existing.titles[0] ?? '')}`
      skipped.push({ line: paper.line, what: quoted(title, longestQuoted), why })
    }
    return []
  })
  const files = newEntries.map((content) => ({
    id: index.reserveId(content.facts.title ?? ''),
    text: writeEntryFile(content),
  }))
  for (const { id, text } of files) writeNewFile(join(folder, `${id}.mdx`), text)
  recordGaps(folder, files)
  report.written = files.map(({ id }) => id)
  report.present = complete.length - newEntries.length
  report.unknownTex = unknownTexLines(newEntries)
  const missing = newEntries.flatMap(({ facts }) => gapsOf(facts))
  for (const name of expectedFacts.filter((one) => missing.includes(one)))
    report.gaps[name] = missing.filter((one) => one === name).length
}

/** Loads the front matter of an existing entry. An invalid one is a finding, since it may belong to any paper. */
function loadFrontMatter(path: string, findings: Finding[]) {
  const frontMatter = parseFrontMatter(withoutBom(readPlainFile(path)))
  const [first] = frontMatter.faults
  if (first) {
    findings.push(listingFinding(path, first.message, first.line, first.column))
  }
  return { path, frontMatter }
}
