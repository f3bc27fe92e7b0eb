import type { Finding } from '../../model/finding.ts'
import type { EntryFile } from '../../text/entry-file.ts'
import { mended } from './mended.ts'
import type { EntryRule, Remark, Surroundings } from './rule.ts'

/** The most that one rule says of one file: who must read more of the same reads nothing. */
export const mostOfOneRule = 100

function first(remarks: Iterable<Remark>): Remark[] {
  const some: Remark[] = []
  for (const remark of remarks) {
    some.push(remark)
    if (some.length === mostOfOneRule) break
  }
  return some
}

/** Runs rules over one file and collects what they say. A file that is too much to be read is seen only as written. */
export function applyRules(
  rules: readonly EntryRule[],
  file: EntryFile,
  around: Surroundings,
): Finding[] {
  return rules.flatMap((rule) => {
    if (rule.asWritten) return findingsOf(rule.name, file.path, first(rule.check(file, around)))
    if (file.excess) return []
    const { file: readable, placeInSource, uncertain } = mended(file)
    const remarks = first(rule.check(readable, around))
      .map((remark) => ({ ...remark, ...placeInSource(remark) }))
      .filter(({ line }) => !uncertain.has(line))
    return findingsOf(rule.name, file.path, remarks)
  })
}

/** What a rule said, as findings in a file. */
export function findingsOf(rule: string, path: string, remarks: Iterable<Remark>): Finding[] {
  return [...remarks].map(({ line, column, message, other }) => ({
    path,
    line,
    column,
    rule,
    message,
    ...(other !== undefined && { other }),
  }))
}
