import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readList, surroundingsOf } from '../../src/content/list.ts'
import { entryPaths, loadEntryFile, papersFolder } from '../../src/content/read.ts'
import type { Vocabulary } from '../../src/model/vocabulary.ts'
import type { Surroundings } from '../../src/rules/engine/rule.ts'
import {
  judgedPaper,
  type PaperText,
  type Suggestions,
  suggestionsFrom,
} from '../../src/suggest/suggestions.ts'
import type { EntryFile } from '../../src/text/entry-file.ts'

/** The list that papers are added to. */
export interface OpenList {
  /** Every entry of the list, and those that are about to be written. */
  entries: EntryFile[]
  /** The ids that are taken. */
  taken: Set<string>
  vocabulary: Vocabulary
  /** What the rules judge an entry by. A missing fact is no fault yet. */
  around: Surroundings
  /** Suggests topics and tags for a paper. */
  suggest(paper: PaperText): Suggestions
}

/** Loads the list in a content folder, and the entries in the folder for new ones, which may be another one. */
export function openList(content: string, folder: string, today: string): OpenList {
  const own = join(content, papersFolder).replaceAll('\\', '/')
  const folders = [...new Set([own, folder])].filter(existsSync)
  const entries = folders.flatMap((path) => entryPaths(path).map(loadEntryFile))
  const around = surroundingsOf(readList(content), today)
  const { gaps: _, ...lenient } = around
  const { topics, vocabulary } = around
  return {
    entries,
    taken: new Set(entries.map(({ id }) => id)),
    vocabulary,
    around: lenient,
    suggest: suggestionsFrom({
      entries: entries.flatMap((file) => judgedPaper(file) ?? []),
      topics,
      tags: vocabulary.tags,
    }),
  }
}
