import { arxivIdOf, doiOf, titleKey } from '../../src/model/identifier.ts'
import { nearPairs } from '../../src/rules/engine/near-titles.ts'
import { soundFacts } from '../../src/rules/engine/sound-facts.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'

/** What tells one paper from another. */
export interface Marks {
  arxiv?: string | undefined
  doi?: string | undefined
  title?: string
}

/** An entry that is the same paper, or looks like it. */
export interface Duplicate {
  path: string
  /** What the two have in common: an identifier, a present or former title, or nearly the same title. */
  by: 'id' | 'title' | 'near title'
}

/** The entry that has a paper already; undefined when none has. */
export function duplicateOf(marks: Marks, entries: readonly EntryFile[]): Duplicate | undefined {
  const key = marks.title === undefined ? undefined : titleKey(marks.title)
  const doi = marks.doi?.toLowerCase()
  for (const entry of entries) {
    const facts = soundFacts(entry)
    const arxiv = facts.paper && arxivIdOf(facts.paper)
    const dois = [facts.doi, facts.paper].flatMap(
      (text) => (text && doiOf(text)?.toLowerCase()) || [],
    )
    if ((arxiv && arxiv === marks.arxiv) || (doi && dois.includes(doi))) {
      return { path: entry.path, by: 'id' }
    }
    const titles = [facts.title, ...(facts.alsoTitled ?? [])]
    if (key && titles.some((title) => title && titleKey(title) === key)) {
      return { path: entry.path, by: 'title' }
    }
  }
  return nearTitle(marks.title, entries)
}

function nearTitle(
  title: string | undefined,
  entries: readonly EntryFile[],
): Duplicate | undefined {
  if (title === undefined) return undefined
  const own = { title, path: '' }
  const known = entries.flatMap((entry) => {
    const facts = soundFacts(entry)
    return [facts.title, ...(facts.alsoTitled ?? [])].flatMap((text) =>
      text ? [{ title: text, path: entry.path }] : [],
    )
  })
  for (const [a, b] of nearPairs([...known, own])) {
    const other = a === own ? b : b === own ? a : undefined
    if (other) return { path: other.path, by: 'near title' }
  }
  return undefined
}
