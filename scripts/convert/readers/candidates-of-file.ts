import { loadVocabulary } from '../../../src/content/read.ts'
import { entryOf } from '../../../src/intake/entry.ts'
import type { LeftOut, ReadRecord } from '../../../src/intake/reading.ts'
import type { EntryContent } from '../../../src/text/entry-writer.ts'
import { writeEntryFile } from '../../../src/text/entry-writer.ts'
import { fault, quoted } from '../fault.ts'
import { judge } from '../judge.ts'
import type { ConvertReport } from '../report.ts'
import { type PaperForm, readPapers } from './read-papers.ts'
import type { Remainder } from './remainder.ts'

/** The entries-to-be of a file of papers in another form than a listing's; the report is told what becomes none. */
export function candidatesOfFile(
  report: ConvertReport,
  form: PaperForm,
  bytes: Uint8Array,
  added: string,
): { record: ReadRecord; content: EntryContent }[] {
  const { venues } = loadVocabulary()
  const { records, leftOut, unread } = readPapers(form, bytes, venues)
  const remainder: Remainder = { form, keptBack: [], leftOut: [...leftOut], unread }
  report.remainder = remainder
  const candidates: ReturnType<typeof candidatesOfFile> = []
  for (const record of records) {
    const content = contentOf(record, added)
    const [why] = judge('entry.mdx', writeEntryFile(content), content)
    if (record.abstract.length === 0) remainder.keptBack.push(record)
    else if (why) remainder.leftOut.push({ line: record.line, what: quoted(record.title), why })
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
