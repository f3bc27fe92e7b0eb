import { lstatSync } from 'node:fs'
import { relative } from 'node:path'
import type { Loader } from 'astro/loaders'
import { entryPaths, loadEntryFile, papersFolder } from './library.ts'
import { entryFacts } from './model/entry.ts'
import { type Finding, findingLine } from './model/finding.ts'
import { guard } from './rules/engine/guard.ts'
import { linkFinding } from './rules/file-name.ts'
import { type LoadedEntry, leaveEntries, loadedEntryOf } from './text/loaded-entry.ts'

/** Thrown when an entry breaks a rule that keeps readers safe; its message names file, line, column and rule. */
export class RefusedEntry extends Error {
  override name = 'RefusedEntry'
}

/**
 * Loads the entries below `content` through the same guard as the check, without Astro's MDX: an entry is parsed and
 * rendered as prose, never compiled or evaluated. In development it follows changes, and shows a fault instead of stopping.
 */
export function paperLoader(content: string): Loader {
  const folder = `${content}/${papersFolder}`
  return {
    name: 'guarded-papers',
    async load({ store, watcher, logger, generateDigest }) {
      const loadAll = () => {
        const findings: Finding[] = []
        const loaded: LoadedEntry[] = []
        for (const path of entryPaths(folder)) {
          // A tree is many times its text: it goes before the next one comes.
          if (lstatSync(path).isSymbolicLink()) {
            loaded.length = 0
            findings.push(linkFinding(path))
            continue
          }
          const file = loadEntryFile(path)
          findings.push(...guard(file))
          if (findings.length > 0) continue
          loaded.push(loadedEntryOf(file, entryFacts.parse(file.frontMatter.values)))
        }
        if (findings.length > 0) throw new RefusedEntry(findings.map(findingLine).join('\n'))
        store.clear()
        leaveEntries(loaded)
        // Astro's store tells pages that an entry has changed; what it says they ask of the catalog.
        for (const entry of loaded)
          store.set({
            id: entry.id,
            data: {},
            digest: generateDigest(JSON.stringify(entry)),
            filePath: entry.path,
          })
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
