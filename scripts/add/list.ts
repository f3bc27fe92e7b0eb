import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readList, ruleContextOf } from '../../src/content/list.ts'
import { entryPaths, loadEntryFile, papersFolder } from '../../src/content/read.ts'
import { findingLine } from '../../src/model/finding.ts'
import { arxivIdOf, doiOf, titleKey } from '../../src/model/identifier.ts'
import type { Identity } from '../../src/model/identity.ts'
import { authorName } from '../../src/model/person.ts'
import { validFacts } from '../../src/rules/engine/rule.ts'
import { nearTitles } from '../../src/similarity/near-titles.ts'
import { judgedPaper, suggestionsFrom } from '../../src/suggest/suggestions.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { texTitle } from '../../src/text/tex.ts'
import { writeNewFile } from '../check/whole-file.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './ask.ts'

/** The list that papers are added to: its entries, what the rules judge by, and what suggests topics and tags. */
export type OpenList = ReturnType<typeof openList>

/**
 * Loads the list in a content folder, and the entries in the folder for new ones, which may be another one. Throws where what
 * is recorded of papers cannot be read.
 */
export function openList(content: string, folder: string, today: string) {
  const list = readList(content)
  const broken = list.findings.filter(({ path }) => path.endsWith('.json'))
  if (broken.length > 0) throw new CommandFailed(broken.map(findingLine).join('\n'))
  const own = join(content, papersFolder).replaceAll('\\', '/')
  const others = folder === own || !existsSync(folder) ? [] : entryPaths(folder).map(loadEntryFile)
  const entries = [...list.entries, ...others]
  // A missing fact is no fault yet.
  const { gaps: _, ...around } = ruleContextOf(list, today)
  const { topics, vocabulary, identities } = around
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
      Boolean(
        arxiv ? identities?.byArxiv.has(arxiv) : doi && identities?.byDoi.has(doi.toLowerCase()),
      ),
  }
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

/** Records identities in a content folder, each in a file of its own, so that two branches never touch the same one. */
export function recordIdentities(content: string, added: readonly Identity[]): void {
  for (const identity of added) {
    const id = encodeURIComponent((identity.arxiv ?? identity.doi ?? '').toLowerCase())
    const path = join(content, 'listing', `identity-${id}.json`)
    writeNewFile(path, `${JSON.stringify([identity], undefined, 1)}\n`)
  }
}

/** An entry that is the same paper, or looks like it. */
export interface Duplicate {
  path: string
  title: string
  /** What the two have in common: an identifier, a present or former title, or nearly the same title. */
  by: 'id' | 'title' | 'near title'
}

/** The entry that has a paper already, told by what is known of the paper; undefined when none has. */
export function duplicateOf(
  {
    arxiv,
    doi,
    title,
  }: { arxiv?: string | undefined; doi?: string | undefined; title?: string | undefined },
  entries: readonly EntryFile[],
): Duplicate | undefined {
  const known = entries.map((file) => ({ path: file.path, facts: validFacts(file) }))
  const same = known.find(({ facts: { paper = '', doi: own = '' } }) => {
    const dois = [own, paper].map((text) => doiOf(text)?.toLowerCase())
    return (arxiv && arxivIdOf(paper) === arxiv) || (doi && dois.includes(doi.toLowerCase()))
  })
  if (same) return { path: same.path, title: same.facts.title ?? '', by: 'id' }
  if (title === undefined) return undefined
  const titled = known.flatMap(({ path, facts }) =>
    [facts.title, ...(facts.alsoTitled ?? [])].flatMap((text) => (text ? [{ text, path }] : [])),
  )
  const key = titleKey(title)
  const equal = key ? titled.find(({ text }) => titleKey(text) === key) : undefined
  if (equal) return { path: equal.path, title, by: 'title' }
  const [place = -1] = nearTitles(titled.map(({ text }) => text))(title)
  const near = titled[place]
  return near && { path: near.path, title: near.text, by: 'near title' }
}
