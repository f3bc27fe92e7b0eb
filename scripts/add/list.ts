import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { entryPaths, loadEntryFile, papersFolder } from '../../src/library.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import type { Surroundings } from '../../src/rules/rule.ts'
import { surroundingsOf } from '../../src/rules/surroundings.ts'
import { type SuggestionCorpus, suggestionCorpus } from '../../src/suggest/corpus.ts'
import { judgedPaper } from '../../src/suggest/judged-paper.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'
import { readList, readRecords } from '../check/read-files.ts'

/** The list that papers are added to. */
export interface OpenList {
  /** Every entry that is there, and every one that is about to be. */
  entries: EntryFile[]
  /** The ids that are taken. */
  taken: Set<string>
  vocabulary: Vocabulary
  /** What rules hold an entry against. What is missing is no fault yet. */
  around: Surroundings
  corpus: SuggestionCorpus
}

/** Loads the list in a content folder, and the entries of the folder that new ones go to where that is another one. */
export function openList(content: string, folder: string, today: string): OpenList {
  const own = join(content, papersFolder).replaceAll('\\', '/')
  const folders = [...new Set([own, folder])].filter(existsSync)
  const entries = folders.flatMap((path) => entryPaths(path).map(loadEntryFile))
  const around = surroundingsOf(readList(content), readRecords(content), today)
  const { gaps: _, ...lenient } = around
  const { topics, vocabulary } = around
  return {
    entries,
    taken: new Set(entries.map(({ id }) => id)),
    vocabulary,
    around: lenient,
    corpus: suggestionCorpus({
      entries: entries.flatMap((file) => judgedPaper(file) ?? []),
      topics,
      tags: vocabulary.tags,
    }),
  }
}
