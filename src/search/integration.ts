import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { loadedEntries } from '../text/loaded-entry.ts'
import { checkIndex } from './check-index.ts'
import { type Corpus, corpusOf, loadCorpus } from './corpus.ts'
import { buildIndex, type SearchIndex } from './index-files.ts'

/** The folder, below the site's base, that the index is served from. */
export const indexFolder = 'search-index'

async function indexOf({ entries, surroundings }: Corpus): Promise<SearchIndex> {
  const index = buildIndex(entries, surroundings)
  await checkIndex(index, entries)
  return index
}

async function write({ files }: SearchIndex, folder: string): Promise<void> {
  for (const { path, content } of files) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  }
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`

/**
 * Makes the list searchable: a build ends with the index of all entries below `search-index/`, or fails; in development the
 * index is made when it is first asked for, and again after the content has changed.
 */
export function search(content = 'content'): AstroIntegration {
  return {
    name: 'search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const index = await indexOf(corpusOf(loadedEntries(), content))
        await write(index, join(fileURLToPath(dir), indexFolder))
        const size = index.files.reduce((sum, file) => sum + file.content.length, 0)
        logger.info(
          `${index.entries} entries, ${index.words.toLocaleString('en')} words: ${index.files.length} files, ${kilobytes(size)}`,
        )
      },
      'astro:server:setup': ({ server, logger }) => {
        let index: Promise<Map<string, Uint8Array>> | undefined
        const served = () => {
          index ??= indexOf(loadCorpus(content)).then(
            ({ files }) => new Map(files.map(({ path, content }) => [path, content])),
          )
          return index
        }
        server.watcher.on('all', (_, changed) => {
          if (!relative(content, changed).startsWith('..')) index = undefined
        })
        // The development server has taken the base path off before it comes here.
        server.middlewares.use(`/${indexFolder}`, (request, response, next) => {
          const path = decodeURIComponent(request.url ?? '').replace(/^\/|[?#].*$/g, '')
          served().then(
            (files) => {
              const file = files.get(path)
              if (!file) return next()
              response.setHeader('Content-Type', 'application/octet-stream')
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
