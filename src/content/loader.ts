import { join, relative } from 'node:path'
import { glob, type Loader } from 'astro/loaders'
import { guardPage } from '../rules/engine/guard.ts'
import { plainFiles } from './plain-file.ts'
import { loadEntryFile, loadList, throwFindings } from './read.ts'

/**
 * Loads the list below `content`, and keeps it for pages, exports and search. Astro's store has only a mark of it, which
 * tells that it changed. In development it follows changes, and shows a fault instead of stopping.
 */
export function listLoader(content: string): Loader {
  return {
    name: 'guarded-list',
    async load({ store, watcher, logger }) {
      const fill = () => {
        loadList(content)
        store.set({ id: 'list', data: {}, digest: String(performance.now()) })
      }
      fill()
      const refill = (changed: string) => {
        if (relative(content, changed).startsWith('..')) return
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
      throwFindings((findings) => {
        for (const path of plainFiles(folder, findings))
          findings.push(...guardPage(loadEntryFile(path)))
      })
      return load(context)
    },
  }
}
