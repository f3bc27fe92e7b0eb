import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { type ReadList, readList, surroundingsOf } from '../../src/content/list.ts'
import { entryPaths, loadEntryFile, papersFolder } from '../../src/content/read.ts'
import { findingLine } from '../../src/model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../../src/model/identifier.ts'
import { type Identity, identitiesOf } from '../../src/model/identity.ts'
import { authorName } from '../../src/model/person.ts'
import { soundFacts } from '../../src/rules/engine/sound-facts.ts'
import { nearTitles } from '../../src/similarity/near-titles.ts'
import { judgedPaper, suggestionsFrom } from '../../src/suggest/suggestions.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { texTitle } from '../../src/text/tex.ts'
import { replaceFile } from '../check/whole-file.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './ask.ts'

/** The list that papers are added to: its entries, what the rules judge by, and what suggests topics and tags. */
export type OpenList = ReturnType<typeof openList>

/** Loads the list in a content folder, and the entries in the folder for new ones, which may be another one. */
export function openList(content: string, folder: string, today: string) {
  const list: ReadList = readList(content)
  const own = join(content, papersFolder).replaceAll('\\', '/')
  const others = folder === own || !existsSync(folder) ? [] : entryPaths(folder).map(loadEntryFile)
  const entries = [...list.entries, ...others]
  // A missing fact is no fault yet.
  const { gaps: _, ...around } = surroundingsOf(list, today)
  const { topics, vocabulary } = around
  const { byArxiv, byDoi } = recordsOf(list)
  return {
    /** Every entry of the list, and those that are about to be written. */
    entries,
    /** The ids that are taken. */
    taken: new Set(entries.map(({ id }) => id)),
    vocabulary,
    around,
    suggest: suggestionsFrom({
      entries: entries.flatMap((file) => judgedPaper(file) ?? []),
      topics,
      tags: vocabulary.tags,
    }),
    /** Whether the list keeps the identity of a paper, by its arXiv identifier or else by its DOI. */
    isRecorded: ({ arxiv, doi }: Partial<Identity>) =>
      arxiv ? byArxiv.has(arxiv) : doi ? byDoi.has(doi.toLowerCase()) : false,
  }
}

function recordsOf({ records, findings }: ReadList) {
  const broken = findings.filter(({ path }) => path.endsWith('.json'))
  if (broken.length > 0) throw new CommandFailed(broken.map(findingLine).join('\n'))
  return identitiesOf(records ?? [])
}

/** What is recorded of a found paper: title, authors and date as its source has them. Undefined without an identifier. */
export function identityOf({ title, item, isRecord }: FoundPaper): Identity | undefined {
  const doi = item.doi && doiOf(item.doi)
  if (!isRecord || !(item.arxiv ?? doi)) return undefined
  return {
    arxiv: item.arxiv ?? null,
    doi: doi ?? null,
    title: texTitle(title),
    authors: item.authors?.map(authorName) ?? [],
    alsoTitled: [],
    published: item.published ?? null,
  }
}

/**
 * Adds to the identities that a content folder keeps, one a line in the order of their identifiers, so that two branches
 * seldom touch one line.
 */
export function recordIdentities(content: string, added: readonly Identity[]): void {
  if (added.length === 0) return
  const path = join(content, 'listing', 'identities.json')
  const kept = existsSync(path)
    ? z.array(z.custom<Identity>()).parse(JSON.parse(readFileSync(path, 'utf8')))
    : []
  const nameOf = ({ arxiv, doi }: Identity) => arxiv ?? doi ?? ''
  const all = [...kept, ...added].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  mkdirSync(dirname(path), { recursive: true })
  replaceFile(path, `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`)
}

/** What tells one paper from another. */
interface Marks {
  arxiv?: string | undefined
  doi?: string | undefined
  title?: string | undefined
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
