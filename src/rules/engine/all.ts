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

/** All rules for single entries, in the order of their sections in CONTRIBUTING. */
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

/** All rules that compare files or check files other than entries. */
export const listRules: readonly ListRule[] = [onePaperOneEntry, gaps, references, vocabulary]

/** Returns the findings in one entry, in the order of their places. */
export function checkEntry(file: EntryFile, context: RuleContext): Finding[] {
  const findings = applyRules(entryRules, file, context)
  return findings
    .filter((finding) => !findings.some((other) => isCauseOf(other, finding, file)))
    .sort(comparePlaces)
}

/** The rules for the spelling of names, titles and addresses, which must be right before `identity` can compare them. */
const spellingRules = new Set([
  'abstract',
  'authors',
  'canonical-address',
  'characters',
  'safe-address',
  'size',
])

/** Whether a finding is only a consequence of another one, and so need not be reported. */
function isCauseOf(
  other: Finding,
  { rule, line, column }: Finding,
  { source, frontMatter }: EntryFile,
): boolean {
  if (other.rule === rule || other.rule === 'canonical-form') return false
  if (rule === 'canonical-form' && other.rule === 'prose-only') return true
  // Form and identity are checked only when there are no other findings in the same fact or paragraph.
  if (rule === 'canonical-form' || (rule === 'identity' && spellingRules.has(other.rule))) {
    const start = startLine(other.line, source)
    const isInTitle = rule === 'identity' && start === frontMatter.placeOf(['title']).line
    return isInTitle || start === startLine(line, source)
  }
  // `prose-only` reports the brace after a TeX command, so `abstract` need not report the command.
  const distance = other.column - column
  const isBehind = other.line === line && distance >= 0 && distance < 12
  return rule === 'abstract' && other.rule === 'prose-only' && isBehind
}

/** The first line of the fact or paragraph that a line belongs to. */
function startLine(line: number, source: string): number {
  const lines = source.split('\n')
  let start = line
  while (start > 1 && /^\s+\S/.test(lines[start - 1] ?? '')) start -= 1
  return start
}

/** Returns the findings from comparing the files of a list and from checking its pages and data, in the order of their places. */
export function checkList(list: List, context: RuleContext): Finding[] {
  const rules = listRules.filter(({ name }) => !context.skippedRules?.has(name))
  const findings = rules.flatMap((rule) =>
    [...rule.check(list, context)].map((problem) => findingOf(rule.name, problem.path, problem)),
  )
  return [...list.pages.flatMap(guardPage), ...list.data.flatMap(guardData), ...findings].sort(
    comparePlaces,
  )
}
