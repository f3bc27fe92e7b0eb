import { join } from 'node:path'
import { loadEntryFile, papersFolder, readList, ruleContextOf } from '../../src/content/list.ts'
import { plainFile, plainFiles, statsAt } from '../../src/content/plain-file.ts'
import { comparePlaces, type Finding } from '../../src/model/finding.ts'
import { checkEntry, checkList } from '../../src/rules/engine/all.ts'
import { gapsIn } from '../../src/rules/gaps.ts'
import { unrecordedId } from '../../src/rules/identity.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { today as currentDay } from '../terminal/command.ts'

/** The options of the check. */
export interface CheckOptions {
  /** The content folder whose topics, vocabulary and entries are the context. */
  content?: string
  /** Existing files and folders to check; by default everything in the content folder. */
  targets?: readonly string[]
  /** The day that counts as today. */
  today?: string
}

/** The result of the check. */
export interface CheckReport {
  findings: Finding[]
  /** The checked entries. */
  entries: readonly EntryFile[]
  /** How many of these entries lack each fact. */
  gaps: Partial<Record<string, number>>
  /** The entries without a recorded identity, with the id of the paper. These are for the curator, and not findings. */
  unrecorded: readonly { path: string; id: string }[]
}

/** Checks a list, some of its files, or entries elsewhere. Files are only parsed, never run. */
export function checkContent({
  content = 'content',
  targets = [],
  today = currentDay(),
}: CheckOptions = {}): CheckReport {
  const [only = ''] = targets
  if (targets.length === 1 && isContent(only)) return checkContent({ content: only, today })
  const { findings: readFindings, ...list } = readList(content)
  const context = ruleContextOf(list, today)
  const notPlain: Finding[] = []
  const requested = new Set(targets.flatMap((target) => filesOf(target, notPlain)))
  const isRequested = ({ path }: { path: string }) => targets.length === 0 || requested.has(path)
  const listPaths = new Set([...list.entries, ...list.pages, ...list.data].map(({ path }) => path))
  const outside = new Map(
    [...requested]
      .filter((path) => !listPaths.has(path) && !path.endsWith('.json'))
      .map((path) => [path, loadEntryFile(path)]),
  )
  // An entry outside the list replaces the list's entry with the same id. The known gaps of the list don't apply to it.
  const ids = new Set([...outside.values()].map(({ id }) => id))
  const entries = [...list.entries.filter(({ id }) => !ids.has(id)), ...outside.values()]
  const { gaps: _, ...withoutGaps } = context
  const checked = entries.filter(isRequested)
  const files = {
    entries,
    pages: list.pages.filter(isRequested),
    data: list.data.filter(isRequested),
    ...(targets.length > 0 && { requested }),
  }
  const findings = [
    ...notPlain,
    ...readFindings.filter(isRequested),
    ...checked.flatMap((file) => checkEntry(file, outside.has(file.path) ? withoutGaps : context)),
    ...checkList(files, context).filter(({ path, other = path, rule }) =>
      [path, other].some(
        (one) => isRequested({ path: one }) && !(rule === 'gaps' && outside.has(one)),
      ),
    ),
  ].sort(comparePlaces)
  const gaps: CheckReport['gaps'] = {}
  for (const name of checked.flatMap(gapsIn)) gaps[name] = (gaps[name] ?? 0) + 1
  const unrecorded = checked.flatMap((file) => {
    const id = unrecordedId(file, context.identities)
    return id ? [{ path: file.path, id }] : []
  })
  return { findings, entries: checked, gaps, unrecorded }
}

/** Whether a folder is a whole list: it has `topics` and `vocabulary`, folders or not. */
function isContent(path: string): boolean {
  return ['topics', 'vocabulary'].every((name) => statsAt(join(path, name)))
}

/** The plain files of a target: the file itself, or the entries in a folder. */
function filesOf(target: string, odd: Finding[]): string[] {
  // A folder whose name ends like an entry's is a finding, not a folder of entries.
  if (!statsAt(target)?.isDirectory() || target.endsWith('.mdx')) return plainFile(target, odd)
  const papers = join(target, papersFolder)
  return plainFiles(statsAt(papers)?.isDirectory() ? papers : target, odd)
}
