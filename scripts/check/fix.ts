import { canonicalAddress } from '../../src/rules/canonical-address.ts'
import { canonicalForm, canonicalSource, commentsIn } from '../../src/rules/canonical-form.ts'
import { applyRules, guardRules } from '../../src/rules/engine/guard.ts'
import { type EntryFile, parseEntryFile } from '../../src/text/entry-file.ts'
import { collapseSpaces } from '../../src/text/normalise.ts'
import { plainText } from '../../src/text/plain.ts'

const otherRules = guardRules.filter((rule) => rule !== canonicalAddress)
const formRules = [canonicalAddress, canonicalForm]

/**
 * Returns an entry's text in canonical form. Undefined if it has that form already, or has another finding that rewriting
 * could hide. Words are never changed.
 */
export function fixedSource(file: EntryFile): string | undefined {
  if (applyRules(otherRules, file).length > 0 || commentsIn(file).length > 0) return undefined
  if (applyRules(formRules, file).length === 0) return undefined
  const fixed = canonicalSource(file, { addresses: 'canonical' })
  if (fixed === undefined || fixed === file.source) return undefined
  const reparsed = parseEntryFile(file.path, fixed)
  const isStable = canonicalSource(reparsed, { addresses: 'canonical' }) === fixed
  return isStable && wordsOf(reparsed) === wordsOf(file) ? fixed : undefined
}

function wordsOf({ body, frontMatter }: EntryFile): string {
  const { paper: _paper, doi: _doi, ...facts } = frontMatter.values
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    collapseSpaces(JSON.stringify(sorted).replace(/\\n|\s+/g, ' ')) +
    collapseSpaces(plainText(body))
  )
}
