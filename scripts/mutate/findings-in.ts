import type { Finding } from '../../src/model/finding.ts'
import { checkEntry, checkList } from '../../src/rules/all.ts'
import type { List } from '../../src/rules/rule.ts'
import { surroundingsOf } from '../../src/rules/surroundings.ts'
import { parseDataFile } from '../../src/text/data-file.ts'
import { type EntryFile, parseEntryFile } from '../../src/text/entry-file.ts'
import type { Ground, Planted, Soil } from './plant.ts'

/** Everything that the rules say of the list as it is. */
export function findingsInList({ list, around }: Ground): Finding[] {
  return [...list.entries.flatMap((file) => checkEntry(file, around)), ...checkList(list, around)]
}

/** Everything that the rules say of a fault, in its own file and in those that it touches. */
export function findingsIn(soil: Soil, planted: Planted): Finding[] {
  const { file, ground } = soil
  const { path = file.path, source, beside } = planted
  const { list, around, records } = ground
  if (path.endsWith('.yaml')) {
    const data = [...list.data.filter((one) => one.path !== path), parseDataFile(path, source)]
    const changed: List = { ...list, data }
    return checkList(changed, surroundingsOf(changed, records, around.today))
  }
  const changed = parseEntryFile(path, source)
  if (list.pages.some((page) => page.path === path)) {
    const pages = list.pages.map((page) => (page.path === path ? changed : page))
    return checkList({ ...list, pages, data: [] }, around)
  }
  const findings = checkEntry(changed, around)
  if (beside) {
    const entries = [...list.entries, changed]
    return [...findings, ...checkList({ entries, pages: [], data: [] }, around)]
  }
  // No other file can tell a fault that leaves all by which they know the entry as it was.
  const entries = isKnownAlike(file, changed)
    ? [changed]
    : list.entries.map((one) => (one === file ? changed : one))
  const pages = file.id === changed.id ? [] : list.pages
  return [...findings, ...checkList({ entries, pages, data: [] }, around)]
}

/** Whether everything by which other files know an entry is the same in two versions of it. */
function isKnownAlike(...versions: readonly [EntryFile, EntryFile]): boolean {
  const [one, other] = versions.map(({ path, frontMatter: { values } }) => {
    const { title, alsoTitled, authors, paper, doi, formerIds, added } = values
    return JSON.stringify([path, title, alsoTitled, authors, paper, doi, formerIds, added])
  })
  return one === other
}
