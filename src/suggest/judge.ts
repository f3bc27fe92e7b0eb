import { comparePlaces, type Finding } from '../model/finding.ts'
import { checkEntry, checkList } from '../rules/engine/all.ts'
import type { Surroundings } from '../rules/engine/rule.ts'
import { type EntryFile, parseEntryFile } from '../text/entry-file.ts'
import type { DraftFile } from './draft.ts'
import { type KnownList, likenessIndex } from './known.ts'

/** What the rules say of a draft's file. */
export interface Judgement {
  file: EntryFile
  findings: Finding[]
}

/**
 * A function that holds a draft's file against the same rules as the check: every rule of one entry, that nothing is
 * missing, and that no paper has two entries. Whether the paper's identity is recorded only the check can tell.
 */
export function judgeOf({
  papers,
  topics,
  vocabulary,
}: KnownList): (draft: DraftFile, today: string) => Judgement {
  const like = likenessIndex(papers)
  return ({ path, source }, today) => {
    const file = parseEntryFile(path, source)
    const around: Surroundings = {
      topics,
      vocabulary: { ...vocabulary, acronyms: {} },
      today,
    }
    const entries = file.excess ? [file] : [...like(file), file]
    const list = checkList({ entries, pages: [], data: [] }, { ...around, gaps: {} })
    const findings = [
      ...checkEntry(file, around),
      ...list.filter((finding) => finding.path === path || finding.other === path),
    ]
    return { file, findings: findings.sort(comparePlaces) }
  }
}

/** The name of the fact that a finding is about, `abstract`, or nothing when it is about the whole file. */
export function factOf({ line, message }: Finding, source: string): string | undefined {
  const missing = /^Unexpected entry without `(\w+)`/.exec(message)?.[1]
  if (missing) return missing
  if (line === 1) return undefined
  const before = source.split('\n').slice(0, line)
  if (before.slice(1).some((text) => /^---\s*$/.test(text))) return 'abstract'
  return before.findLast((text) => /^\w+:/.test(text))?.replace(/:.*$/s, '')
}

/** The id of the entry that has the paper already, when a finding says so. */
export function twinOf({ rule, path, other }: Finding, own: string): string | undefined {
  if (rule !== 'one-paper-one-entry') return undefined
  const twin = path === own ? other : path
  return twin?.replace(/^.*\//, '').replace(/\.mdx$/, '')
}
