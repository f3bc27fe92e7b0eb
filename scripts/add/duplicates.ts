import { arxivIdOf, doiOf, titleKey } from '../../src/model/identifier.ts'
import { soundFacts } from '../../src/rules/engine/sound-facts.ts'
import { nearTitles } from '../../src/similarity/near-titles.ts'
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
  if (marks.title === undefined) return undefined
  const titled = entries.flatMap((entry) => {
    const { title, alsoTitled = [] } = soundFacts(entry)
    return [...(title ? [title] : []), ...alsoTitled].map((text) => ({ text, path: entry.path }))
  })
  const [near] = nearTitles(titled.map(({ text }) => text))(marks.title)
  const other = near === undefined ? undefined : titled[near]
  return other && { path: other.path, by: 'near title' }
}
