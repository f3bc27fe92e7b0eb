import { guard } from '../../src/rules/engine/guard.ts'
import { parseEntryFile } from '../../src/text/entry-file.ts'
import type { EntryContent } from '../../src/text/entry-writer.ts'
import { plainText } from '../../src/text/plain.ts'
import { quoted } from './fault.ts'

/**
 * What keeps a new entry from being written, as messages: what the guard refuses, and words of the abstract that would not
 * come back when the entry is read.
 */
export function judge(path: string, text: string, { facts, abstract }: EntryContent): string[] {
  const file = parseEntryFile(path, text)
  const title = quoted(facts.title ?? '')
  const refused = guard(file).map(
    ({ message, rule }) => `${message} (${rule}, in the entry of ${title})`,
  )
  if (refused.length > 0 || plainText(file.abstract) === plainText(abstract)) return refused
  return [
    `Unexpected loss of words in the entry of ${title}, expected every word of the abstract. Write the abstract without the markup that stands there.`,
  ]
}
