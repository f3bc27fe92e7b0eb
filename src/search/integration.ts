import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import sirv from 'sirv'
import { loadedList } from '../content/read.ts'
import { corpusOf } from './corpus.ts'
import { writeIndex } from './index-files.ts'
import { indexFolder } from './index-names.ts'

/**
 * Makes the list searchable: a build ends with the index of all entries below `search-index/`; in development the index is
 * built at the first request, and again after the content has changed. `coinsOfEntries` makes the COinS objects by which
 * reference managers save entries, by entry id.
 */
export function search(
  coinsOfEntries: () => ReadonlyMap<string, string>,
  content = 'content',
): AstroIntegration {
  let cacheFolder = ''
  const write = (folder: string) => {
    const coins = coinsOfEntries()
    const list = loadedList()
    const entries = list.entries.map((entry) => ({ ...entry, coins: coins.get(entry.id) }))
    return writeIndex(corpusOf({ ...list, entries }, content), folder)
  }
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = fileURLToPath(new URL(`${indexFolder}/`, config.cacheDir))
      },
      'astro:build:done': ({ dir }) => write(fileURLToPath(new URL(indexFolder, dir))),
      'astro:server:setup': ({ server, logger }) => {
        const serve = sirv(cacheFolder, { dev: true })
        let written: Promise<void> | undefined
        server.watcher.on('all', (_, changed) => {
          if (!relative(content, changed).startsWith('..')) written = undefined
        })
        // The development server has already removed the base path.
        server.middlewares.use(`/${indexFolder}`, (request, response, next) => {
          written ??= write(cacheFolder)
          written.then(
            () => serve(request, response, next),
            (error) => {
              written = undefined
              logger.error(String(error))
              next(error)
            },
          )
        })
      },
    },
  }
}
