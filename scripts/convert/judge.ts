import type { PaperRecord } from '../../src/intake/reading.ts'
import type { Finding } from '../../src/model/finding.ts'
import { guard } from '../../src/rules/guard.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { plainText } from '../../src/text/plain.ts'
import { fault, quoted } from './fault.ts'

/** What would be wrong with an entry if it were written: what the check refuses, and words that would not come back. */
export function judge(
  listing: string,
  { title, line }: PaperRecord,
  { abstract }: EntryContent,
  path: string,
  text: string,
): Finding[] {
  const file = parseEntryFile(path, text)
  const refused = guard(file).map(({ message, rule }) =>
    fault(listing, `${message} (${rule}, in the entry of ${quoted(title)})`, line),
  )
  if (refused.length > 0) return refused
  if (plainText(file.abstract) === plainText(abstract)) return []
  const message = `Unexpected loss of words in the entry of ${quoted(title)}, expected every word of the abstract. Write the abstract without the markup that stands there.`
  return [fault(listing, message, line)]
}
