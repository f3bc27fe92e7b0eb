import { lstatSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Loader } from 'astro/loaders'
import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { type Finding, findingLine } from '../model/finding.ts'
import { guard } from '../rules/engine/guard.ts'
import { linkFinding } from '../rules/file-name.ts'
import { entryOf } from './entry.ts'
import { entryPaths, loadEntryFile, loadVocabulary, papersFolder } from './read.ts'

/** Thrown when an entry breaks a rule that keeps readers safe; its message names file, line, column and rule. */
export class RefusedEntry extends Error {
  override name = 'RefusedEntry'
}

/**
 * What Astro's store holds of an item: its JSON. Given as data, every text that begins with `__ASTRO_IMAGE_` would be an
 * image for Astro, which it would look for in the file system.
 */
export const stored = z.object({ json: z.string() })

interface Item {
  id: string
  value: object
  /** The file that it comes from. */
  filePath?: string
}

/**
 * Loads the entries below `content` through the same guard as the check, without Astro's MDX: an entry is parsed and
 * rendered as prose, never compiled or evaluated. In development it follows changes, and shows a fault instead of stopping.
 */
export function paperLoader(content: string): Loader {
  const folder = join(content, papersFolder)
  return loaderOf('guarded-papers', folder, () => {
    const findings: Finding[] = []
    const items: Item[] = []
    for (const path of entryPaths(folder)) {
      if (lstatSync(path).isSymbolicLink()) {
        findings.push(linkFinding(path))
        continue
      }
      // A tree is many times its text: it goes before the next one comes.
      const file = loadEntryFile(path)
      findings.push(...guard(file))
      if (findings.length > 0) continue
      const value = entryOf(file, entryFacts.parse(file.frontMatter.values))
      items.push({ id: file.id, value, filePath: path })
    }
    if (findings.length > 0) throw new RefusedEntry(findings.map(findingLine).join('\n'))
    return items
  })
}

/** Loads the vocabulary below `content`, as one item, and follows its changes in development. */
export function vocabularyLoader(content: string): Loader {
  return loaderOf('vocabulary', join(content, 'vocabulary'), () => [
    { id: 'vocabulary', value: loadVocabulary(content) },
  ])
}

/** A loader that stores what `loadAll` gives, and in development does so again when a file below `folder` changes. */
function loaderOf(name: string, folder: string, loadAll: () => Item[]): Loader {
  return {
    name,
    async load({ store, watcher, logger, generateDigest }) {
      const fill = () => {
        const items = loadAll()
        store.clear()
        for (const { value, ...item } of items) {
          const json = JSON.stringify(value)
          store.set({ ...item, data: { json }, digest: generateDigest(json) })
        }
      }
      fill()
      const refill = (changed: string) => {
        if (relative(folder, changed).startsWith('..')) return
        try {
          fill()
        } catch (error) {
          logger.error(String(error))
        }
      }
      for (const event of ['add', 'change', 'unlink']) watcher?.on(event, refill)
    },
  }
}
