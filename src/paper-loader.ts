import { relative } from 'node:path'
import type { Loader } from 'astro/loaders'
import { entryPaths, loadEntryFile, papersFolder } from './library.ts'
import { entryFacts } from './model/entry.ts'
import { type Finding, findingLine } from './model/finding.ts'
import { guard } from './rules/guard.ts'
import type { EntryFile } from './text/entry-file.ts'
import { proseHtml } from './text/html.ts'
import { handOverEntries, type PlainEntry, plainEntryOf } from './text/plain-entry.ts'

/** Thrown when an entry breaks a rule that keeps readers safe; its message names file, line, column and rule. */
export class RefusedEntry extends Error {
  override name = 'RefusedEntry'
}

/** What is kept of an entry: its plain form, and for the catalog data and finished HTML, nothing that could run. */
function kept(file: EntryFile) {
  const facts = entryFacts.parse(file.frontMatter.values)
  const plain = plainEntryOf(file, facts)
  return {
    plain,
    data: {
      ...facts,
      path: file.path,
      abstractHtml: proseHtml(file.abstract, facts.evidence),
      abstractText: plain.abstract,
      ...(file.notes && { notesHtml: proseHtml(file.notes) }),
    },
  }
}

/**
 * Loads the entries below `content` through the same guard as the check, without Astro's MDX: an entry is parsed and
 * rendered as prose, never compiled or evaluated. In development it follows changes, and shows a fault instead of stopping.
 */
export function paperLoader(content: string): Loader {
  const folder = `${content}/${papersFolder}`
  return {
    name: 'guarded-papers',
    async load({ store, watcher, logger }) {
      const loadAll = () => {
        const findings: Finding[] = []
        const loaded: Parameters<typeof store.set>[0][] = []
        const plainEntries: PlainEntry[] = []
        for (const path of entryPaths(folder)) {
          // A tree is many times its text: it goes before the next one comes.
          const file = loadEntryFile(path)
          findings.push(...guard(file))
          if (findings.length > 0) continue
          const { plain, data } = kept(file)
          loaded.push({ id: file.id, data, filePath: file.path })
          plainEntries.push(plain)
        }
        if (findings.length > 0) throw new RefusedEntry(findings.map(findingLine).join('\n'))
        store.clear()
        for (const entry of loaded) store.set(entry)
        handOverEntries(plainEntries)
      }
      loadAll()
      const reload = (changed: string) => {
        if (!relative(process.cwd(), changed).replaceAll('\\', '/').startsWith(folder)) return
        try {
          loadAll()
        } catch (error) {
          logger.error(String(error))
        }
      }
      for (const event of ['add', 'change', 'unlink']) watcher?.on(event, reload)
    },
  }
}
