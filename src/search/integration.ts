import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { builtEntries } from '../content/read.ts'
import { corpusOf, loadCorpus } from './corpus.ts'
import { buildIndex, type IndexFiles } from './index-files.ts'
import { indexFolder } from './index-names.ts'

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`

/** The type of a file of the index; a browser runs a script only as such. */
const typeOf = (path: string) =>
  path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream'

/**
 * Makes the list searchable: a build ends with the index of all entries below `search-index/`; in development the index is
 * made when it is first asked for, and again after the content has changed.
 */
export function search(content = 'content'): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const files = await buildIndex(corpusOf(builtEntries(), content))
        let bytes = 0
        for (const [path, content] of files) {
          const file = join(fileURLToPath(dir), indexFolder, path)
          await mkdir(dirname(file), { recursive: true })
          await writeFile(file, content)
          bytes += content.length
        }
        logger.info(`${files.size.toLocaleString('en')} files, ${kilobytes(bytes)}`)
      },
      'astro:server:setup': ({ server, logger }) => {
        let index: Promise<IndexFiles> | undefined
        server.watcher.on('all', (_, changed) => {
          if (!relative(content, changed).startsWith('..')) index = undefined
        })
        // The development server has taken the base path off before it comes here.
        server.middlewares.use(`/${indexFolder}`, (request, response, next) => {
          const path = decodeURIComponent(request.url ?? '').replace(/^\/|[?#].*$/g, '')
          index ??= buildIndex(loadCorpus(content))
          index.then(
            (files) => {
              const file = files.get(path)
              if (!file) return next()
              response.setHeader('Content-Type', typeOf(path))
              response.setHeader('Cache-Control', 'no-cache')
              response.end(file)
            },
            (error) => {
              index = undefined
              logger.error(String(error))
              next(error)
            },
          )
        })
      },
    },
  }
}
