import type { ExportedList } from '../../src/exports/files.ts'
import { loadExportedEntries } from '../../src/exports/load-entries.ts'
import { referencesOf } from '../../src/exports/reference.ts'
import { loadTopics, loadVocabulary } from '../../src/library.ts'

/** Loads the list as a build hands it to the exports. */
export function loadExportedList(): ExportedList {
  const vocabulary = loadVocabulary()
  const references = referencesOf(
    loadExportedEntries().filter(({ withdrawn }) => !withdrawn),
    vocabulary,
  )
  const used = new Set(references.flatMap(({ entry }) => entry.tags ?? []))
  return {
    references,
    topics: loadTopics(),
    tags: Object.entries(vocabulary.tags)
      .filter(([id]) => used.has(id))
      .map(([id, tag]) => ({ ...tag, id })),
  }
}
