import { comparePlaces, type Finding } from '../../model/finding.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { abstract } from '../abstract.ts'
import { authors } from '../authors.ts'
import { canonicalForm } from '../canonical-form.ts'
import { claim } from '../claim.ts'
import { evidence } from '../evidence.ts'
import { gaps } from '../gaps.ts'
import { identity } from '../identity.ts'
import { kind } from '../kind.ts'
import { names } from '../names.ts'
import { onePaperOneEntry } from '../one-paper-one-entry.ts'
import { published } from '../published.ts'
import { references } from '../references.ts'
import { tags } from '../tags.ts'
import { topics } from '../topics.ts'
import { venue } from '../venue.ts'
import { vocabulary } from '../vocabulary.ts'
import { applyRules, findingOf, guardData, guardPage, guardRules } from './guard.ts'
import type { EntryRule, List, ListRule, RuleContext } from './rule.ts'

/** Every rule that one entry's file can break, in the order in which CONTRIBUTING has them. */
export const entryRules: readonly EntryRule[] = [
  ...guardRules,
  identity,
  published,
  authors,
  venue,
  topics,
  kind,
  tags,
  names,
  claim,
  evidence,
  abstract,
  canonicalForm,
]

/** Every rule that compares files, or reads those that are no entries. */
export const listRules: readonly ListRule[] = [onePaperOneEntry, gaps, references, vocabulary]

/** What the rules find in one entry's file by itself, in the order of places. */
export function checkEntry(file: EntryFile, context: RuleContext): Finding[] {
  const findings = applyRules(entryRules, file, context)
  return findings
    .filter((finding) => !findings.some((other) => isCauseOf(other, finding, file)))
    .sort(comparePlaces)
}

/** The rules that judge how names, titles and addresses are spelt. Until that is right, it cannot be compared with the record. */
const ofSpelling = new Set([
  'abstract',
  'authors',
  'canonical-address',
  'characters',
  'safe-address',
  'size',
])

/** Whether another finding explains a finding, which then need not be told: a cause comes before its consequences. */
function isCauseOf(
  other: Finding,
  { rule, line, column }: Finding,
  { source, frontMatter }: EntryFile,
): boolean {
  if (other.rule === rule || other.rule === 'canonical-form') return false
  // Form and identity are judged only after what is written in the same line is right.
  if (rule === 'canonical-form' || (rule === 'identity' && ofSpelling.has(other.rule))) {
    const first = firstLine(other.line, source)
    const isOfTitle = rule === 'identity' && first === frontMatter.placeOf(['title']).line
    return isOfTitle || first === firstLine(line, source)
  }
  // The brace after a command of TeX already has a finding.
  const behind = other.column - column
  const inLine = other.line === line && behind >= 0 && behind < 12
  return rule === 'abstract' && other.rule === 'prose-only' && inLine
}

/** The line at which the fact or paragraph begins that a line belongs to. */
function firstLine(line: number, source: string): number {
  const lines = source.split('\n')
  let first = line
  while (first > 1 && /^\s+\S/.test(lines[first - 1] ?? '')) first -= 1
  return first
}

/** What the rules find in the files of a list as a whole, in the order of places. */
export function checkList(list: List, context: RuleContext): Finding[] {
  const able = listRules.filter(({ name }) => !context.skippedRules?.has(name))
  const ofRules = able.flatMap((rule) =>
    [...rule.check(list, context)].map((remark) => findingOf(rule.name, remark.path, remark)),
  )
  return [...list.pages.flatMap(guardPage), ...list.data.flatMap(guardData), ...ofRules].sort(
    comparePlaces,
  )
}
