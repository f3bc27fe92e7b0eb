import { createHash } from 'node:crypto'
import { join, relative } from 'node:path'
import { glob, type Loader } from 'astro/loaders'
import { z } from 'zod'
import { entryFacts } from '../model/entry.ts'
import { guard, guardPage } from '../rules/engine/guard.ts'
import { type Entry, entryOf } from './entry.ts'
import { plainFiles } from './plain-file.ts'
import { keepEntries, loadEntryFile, loadVocabulary, papersFolder, refusing } from './read.ts'

/**
 * What Astro's store holds of an item: its JSON. Given as data, every text that begins with `__ASTRO_IMAGE_` would be an
 * image for Astro, which it would look for in the file system.
 */
export const stored = z.object({ json: z.string() })

interface Item {
  id: string
  value: unknown
  /** The file that it comes from. */
  filePath?: string
}

/**
 * Loads the entries below `content` through the same guard as the check, without Astro's MDX: an entry is parsed and
 * rendered as prose, never compiled or evaluated. They are kept for pages, exports and search; Astro's store has only what
 * tells it that one changed. In development it follows changes, and shows a fault instead of stopping.
 */
export function paperLoader(content: string): Loader {
  const folder = join(content, papersFolder)
  return loaderOf('guarded-papers', folder, () => {
    const entries = refusing((findings) => {
      const sound: Entry[] = []
      for (const path of plainFiles(folder, findings)) {
        // A tree is many times its text: it goes before the next one comes.
        const file = loadEntryFile(path)
        findings.push(...guard(file))
        if (findings.length > 0) continue
        sound.push(entryOf(file, entryFacts.parse(file.frontMatter.values)))
      }
      return sound
    })
    keepEntries(entries)
    return entries.map((entry) => ({ id: entry.id, filePath: entry.path, value: markOf(entry) }))
  })
}

const markOf = (entry: Entry) => createHash('sha256').update(JSON.stringify(entry)).digest('hex')

/**
 * Loads the pages in a folder below `content`, which Astro compiles. Only plain files without a finding of the guard are
 * handed to Astro; what is compiled meets the guard again.
 */
export function pageLoader(content: string, name: string): Loader {
  const folder = join(content, name)
  const { load, ...loader } = glob({ pattern: '*.mdx', base: folder })
  return {
    ...loader,
    load(context) {
      refusing((findings) => {
        for (const path of plainFiles(folder, findings))
          findings.push(...guardPage(loadEntryFile(path)))
      })
      return load(context)
    },
  }
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
