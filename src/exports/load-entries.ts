import { entryPaths, loadEntryFile, papersFolder } from '../library.ts'
import { entryFacts } from '../model/entry.ts'
import { proseHtml } from '../text/html.ts'
import { plainText } from '../text/plain.ts'
import type { ExportedEntry } from './exported-entry.ts'

/** Loads every entry of a content folder as the exports get it, withdrawn ones included. Throws when one is not valid. */
export function loadExportedEntries(content = 'content'): ExportedEntry[] {
  return entryPaths(`${content}/${papersFolder}`)
    .map(loadEntryFile)
    .map((file) => ({
      ...entryFacts.parse(file.frontMatter.values),
      id: file.id,
      abstractText: plainText(file.abstract),
      abstractHtml: proseHtml(file.abstract),
    }))
}
