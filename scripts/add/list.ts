import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readList, ruleContextOf } from '../../src/content/list.ts'
import { entryPaths, loadEntryFile } from '../../src/content/read.ts'
import { indexEntries } from '../../src/intake/existing.ts'
import { findingLine } from '../../src/model/finding.ts'
import type { Identity } from '../../src/model/identity.ts'
import { authorName } from '../../src/model/person.ts'
import { createSuggester, labelledPaper } from '../../src/suggest/suggestions.ts'
import { texTitle } from '../../src/text/tex.ts'
import { writeNewFile } from '../check/atomic-write.ts'
import { CommandFailed } from '../terminal/command.ts'
import type { FoundPaper } from './doi.ts'

/**
 * Loads the list in a content folder. With `--out`, the entries of that folder are loaded as well. Throws if the recorded
 * identities cannot be read.
 */
export function openList(content: string, folder: string | undefined, today: string) {
  const list = readList(content)
  const broken = list.findings.filter(({ path }) => path.endsWith('.json'))
  if (broken.length > 0) throw new CommandFailed(broken.map(findingLine).join('\n'))
  const others = folder && existsSync(folder) ? entryPaths(folder).map(loadEntryFile) : []
  const entries = [...list.entries, ...others]
  // Without the known gaps, missing facts are not reported. The contributor writes them next.
  const { gaps: _, ...context } = ruleContextOf(list, today)
  const { topics, vocabulary, identities } = context
  const labelled = entries.flatMap((file) => labelledPaper(file) ?? [])
  return {
    context,
    index: indexEntries(entries),
    suggest: createSuggester({ entries: labelled, topics, tags: vocabulary.tags }),
    /** Whether the identity of a paper is recorded under its arXiv identifier or, without one, its DOI. */
    isRecorded: ({ arxiv, doi }: { [Id in 'arxiv' | 'doi']?: string | null | undefined }) =>
      Boolean(
        arxiv ? identities?.byArxiv.has(arxiv) : doi && identities?.byDoi.has(doi.toLowerCase()),
      ),
  }
}

/** The identity to record for a paper; undefined without an identifier, or if the facts come from a file. */
export function identityOf({ title, arxiv, doi, authors, published, isFromService }: FoundPaper) {
  if (!isFromService || !(arxiv ?? doi)) return undefined
  return {
    arxiv: arxiv ?? null,
    doi: doi ?? null,
    title: texTitle(title),
    authors: authors?.map(authorName) ?? [],
    alsoTitled: [],
    published: published ?? null,
  } satisfies Identity
}

/** Writes an identity into a new file of a content folder. Each has its own file, so that branches don't conflict. */
export function recordIdentity(content: string, identity: Identity): void {
  const id = encodeURIComponent((identity.arxiv ?? identity.doi ?? '').toLowerCase())
  const path = join(content, 'listing', `identity-${id}.json`)
  writeNewFile(path, `${JSON.stringify([identity], undefined, 1)}\n`)
}
