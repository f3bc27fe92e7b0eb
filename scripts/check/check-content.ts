import { join } from 'node:path'
import { loadEntryFile, papersFolder, readList, ruleContextOf } from '../../src/content/list.ts'
import { plainFile, plainFiles, statsAt } from '../../src/content/plain-file.ts'
import { comparePlaces, type Finding } from '../../src/model/finding.ts'
import { checkEntry, checkList } from '../../src/rules/engine/all.ts'
import type { RuleContext } from '../../src/rules/engine/rule.ts'
import { lacking } from '../../src/rules/gaps.ts'
import { unrecordedId } from '../../src/rules/identity.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { today as todayHere } from '../terminal/command.ts'

/** What is to be checked. */
export interface CheckOptions {
  /** The content folder whose topics, vocabulary and entries everything is held against. */
  content?: string
  /** Files and folders that exist; everything in the content folder when there are none. */
  targets?: readonly string[]
  /** The day that counts as today. */
  today?: string
}

/** What was checked, and what was found. */
export interface CheckReport {
  findings: Finding[]
  /** The entries that were looked at. */
  entries: readonly EntryFile[]
  /** How many of them lack each fact. */
  gaps: Partial<Record<string, number>>
  /** Those of them whose paper nobody has recorded yet, with its id: for a curator to know, and no fault. */
  unrecorded: readonly { path: string; id: string }[]
}

/** Checks a list, or some of its files, or entries that lie elsewhere. Parses only: nothing in them is ever run. */
export function checkContent({
  content = 'content',
  targets = [],
  today = todayHere(),
}: CheckOptions = {}): CheckReport {
  const [only] = targets
  if (targets.length === 1 && only && isContent(only)) {
    return checkContent({ content: only, today })
  }
  const { findings: unread, ...list } = readList(content)
  const context = ruleContextOf(list, today)
  const odd: Finding[] = []
  const looked = new Set(targets.flatMap((target) => filesOf(target, odd)))
  const isLooked = ({ path = '' }: { path?: string | undefined }) =>
    targets.length === 0 || looked.has(path)
  const known = new Set([...list.entries, ...list.pages, ...list.data].map(({ path }) => path))
  const elsewhere = [...looked]
    .filter((path) => !known.has(path) && !path.endsWith('.json'))
    .map(loadEntryFile)
  // An entry elsewhere with the id of one on the list is a new version of that one.
  const ids = new Set(elsewhere.map(({ id }) => id))
  const entries = [...list.entries.filter(({ id }) => !ids.has(id)), ...elsewhere]
  const isElsewhere = ({ path }: { path: string }) => elsewhere.some((file) => file.path === path)
  const { gaps: _, ...lenient } = context
  const judged = entries.filter(isLooked)
  const pages = list.pages.filter(isLooked)
  const data = list.data.filter(isLooked)
  const files = { entries, pages, data, ...(targets.length > 0 && { looked }) }
  const findings = [
    ...odd,
    ...unread.filter(isLooked),
    ...judged.flatMap((file) => checkEntry(file, isElsewhere(file) ? lenient : context)),
    ...checkList(files, context).filter(({ path, other = path, rule }) =>
      [{ path }, { path: other }].some(
        (one) => isLooked(one) && !(rule === 'gaps' && isElsewhere(one)),
      ),
    ),
  ]
  return reportOf(findings, judged, context)
}

/** Whether a folder is a whole list, with topics and vocabulary of its own, be they folders or what must not lie there. */
function isContent(path: string): boolean {
  return ['topics', 'vocabulary'].every((name) => statsAt(join(path, name)))
}

/** The plain files that a target names: itself, or the entries of a folder. */
function filesOf(target: string, odd: Finding[]): string[] {
  // A folder named like an entry is a fault, and no folder of entries.
  if (!statsAt(target)?.isDirectory() || target.endsWith('.mdx')) return plainFile(target, odd)
  const papers = join(target, papersFolder)
  return plainFiles(statsAt(papers)?.isDirectory() ? papers : target, odd)
}

function reportOf(
  findings: Finding[],
  entries: readonly EntryFile[],
  { identities }: RuleContext,
): CheckReport {
  const gaps: CheckReport['gaps'] = {}
  for (const name of entries.flatMap(lacking)) gaps[name] = (gaps[name] ?? 0) + 1
  const unrecorded = entries.flatMap((file) => {
    const id = unrecordedId(file, identities)
    return id ? [{ path: file.path, id }] : []
  })
  return { findings: findings.sort(comparePlaces), entries, gaps, unrecorded }
}
