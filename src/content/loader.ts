import { join, relative } from 'node:path'
import { glob, type Loader } from 'astro/loaders'
import { guardPage } from '../rules/engine/guard.ts'
import { plainFiles } from './plain-file.ts'
import { loadEntryFile, loadList, throwFindings } from './read.ts'

/**
 * Astro's loader of the list in a content folder. Pages get the list from `loadedList`; Astro's store has only an item that
 * changes with it. In development the list is reloaded when a file changes, and faults are logged.
 */
export function listLoader(content: string): Loader {
  return {
    name: 'guarded-list',
    async load({ store, watcher, logger }) {
      const loadAndMark = () => {
        loadList(content)
        store.set({ id: 'list', data: {}, digest: String(performance.now()) })
      }
      loadAndMark()
      const reload = (changed: string) => {
        if (relative(content, changed).startsWith('..')) return
        try {
          loadAndMark()
        } catch (error) {
          logger.error(String(error))
        }
      }
      for (const event of ['add', 'change', 'unlink']) watcher?.on(event, reload)
    },
  }
}

/**
 * Astro's loader of the MDX pages in a folder below `content`. It throws if the guard has findings. The guard runs again when
 * Astro compiles a page.
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
