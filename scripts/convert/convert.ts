import { join } from 'node:path'
import { plainFiles, readPlainFile } from '../../src/content/plain-file.ts'
import { entryFrom, unknownTexLines } from '../../src/intake/entry.ts'
import { indexEntries } from '../../src/intake/existing.ts'
import { listingFinding, longestShown } from '../../src/intake/paper.ts'
import { expectedFacts, type Gap, gapsOf } from '../../src/model/entry.ts'
import type { Finding } from '../../src/model/finding.ts'
import { sameTitle } from '../../src/similarity/near-titles.ts'
import { writeEntryFile } from '../../src/text/entry-writer.ts'
import { parseFrontMatter } from '../../src/text/front-matter.ts'
import { shown } from '../../src/text/messages.ts'
import { withoutBom } from '../../src/text/place.ts'
import { removeDrafts, writeNewFile } from '../check/whole-file.ts'
import { recordGaps } from './gaps.ts'
import { type ListingFacts, readSource, type Source } from './read.ts'

/** The project's own listing. */
export const ownListing = 'content/listing/listing.txt'

/** The project's own folder of entries. */
export const ownFolder = 'content/papers'

/** The options of convert. `today` is used for listings without a date. */
export interface ConvertOptions extends ListingFacts {
  /** The listing; the project's own when absent. */
  listing?: string | undefined
  /** The folder of entries; the project's own when absent. */
  folder?: string | undefined
}

/** The result of convert. With findings, nothing was written. */
export interface ConvertReport extends Source {
  folder: string
  /** The ids of the written entries, in the listing's order. */
  written: string[]
  /** The number of papers that had an entry already. */
  present: number
  /** For each missing fact, how many of the written entries lack it. */
  gaps: Partial<Record<Gap, number>>
  /** A sentence on unknown TeX commands in the written entries; empty if there are none. */
  unknownTex: string[]
}

/**
 * Converts a listing or a file of papers: every paper with an abstract and without an entry in the folder becomes an entry.
 * With a finding nothing is written. Existing entries never change, so converting again changes nothing. Each new file is
 * written atomically; a run after a killed one writes the missing files.
 */
export function convert(options: ConvertOptions = {}): ConvertReport {
  const { listing = ownListing, folder = ownFolder } = options
  const source = readSource(listing, options)
  const report = { ...source, folder, written: [], present: 0, gaps: {}, unknownTex: [] }
  if (report.findings.length === 0) write(report)
  return report
}

function write(report: ConvertReport): void {
  const { folder, papers, skipped, added, findings } = report
  const entries = plainFiles(folder, findings).filter((path) => path.endsWith('.mdx'))
  const heads = entries.map((path) => headOf(path, findings))
  if (findings.length > 0) return
  removeDrafts(folder)
  const present = indexEntries(heads)
  const whole = papers.filter(({ abstract }) => abstract.length > 0)
  const fresh = whole.flatMap((paper) => {
    const content = entryFrom(paper, added.day)
    const { title = '' } = content.facts
    const existing = present.findEntry(content.facts)
    if (!existing) return [content]
    if (!existing.titles.some((other) => sameTitle(other, title))) {
      const why = `${existing.path} has its identifier under the title ${shown(existing.titles[0] ?? '')}`
      skipped.push({ line: paper.line, what: shown(title, longestShown), why })
    }
    return []
  })
  const files = fresh.map((content) => ({
    id: present.reserveId(content.facts.title ?? ''),
    text: writeEntryFile(content),
  }))
  for (const { id, text } of files) writeNewFile(join(folder, `${id}.mdx`), text)
  recordGaps(folder, files)
  report.written = files.map(({ id }) => id)
  report.present = whole.length - fresh.length
  report.unknownTex = unknownTexLines(fresh)
  const missing = fresh.flatMap(({ facts }) => gapsOf(facts))
  for (const name of expectedFacts.filter((one) => missing.includes(one)))
    report.gaps[name] = missing.filter((one) => one === name).length
}

/** The front matter of an entry. If it cannot be read, this is a finding, because it may be the entry of any paper. */
function headOf(path: string, findings: Finding[]) {
  const frontMatter = parseFrontMatter(withoutBom(readPlainFile(path)))
  const [first] = frontMatter.faults
  if (first) {
    findings.push(listingFinding(path, first.message, first.line, first.column))
  }
  return { path, frontMatter }
}
