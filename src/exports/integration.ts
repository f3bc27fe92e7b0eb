import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import PQueue from 'p-queue'
import type { Entry } from '../content/entry.ts'
import {
  keptEntries,
  loadIntroductions,
  loadPaths,
  loadTopics,
  loadVocabulary,
} from '../content/read.ts'
import { absolute, pathPath, site, topicPath } from '../site.ts'
import { cardsOf } from './cards/card.ts'
import { cardDrawer } from './cards/draw.ts'
import { type ExportedList, type ExportFile, exportFiles } from './files.ts'
import { loadModifiedDays } from './modified-days.ts'
import { referencesOf } from './reference.ts'

/** The media types under which a development server gives the files beside the pages, by their endings. */
const types: Readonly<Record<string, string>> = {
  '.bib': 'application/x-bibtex',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.ris': 'application/x-research-info-systems',
  '.txt': 'text/plain',
  '.xml': 'application/xml',
}

/**
 * Adds the files beside the pages and the cards. A build writes them at its end: as Astro endpoints each would take three
 * times as long as it takes to make it. A development server makes the files when they are asked for, and has no cards.
 */
export function exports(): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const list = exportedList(keptEntries())
        const files = exportFiles(list, { site, absolute })
        const megabytes = (writeFiles(files, root) / 1e6).toFixed(1)
        const { cards, drawn } = await writeCards(list, root)
        logger.info(
          `${files.length.toLocaleString('en')} files, ${megabytes} MB; ${cards} cards, ${drawn} of them new`,
        )
      },
      'astro:server:setup': ({ server, logger }) => {
        let files: Map<string, ExportFile> | undefined
        server.watcher.on('all', (_, changed) => {
          if (!relative('content', changed).startsWith('..')) files = undefined
        })
        // The development server has taken the base path off before it comes here.
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(request.url ?? '').replace(/^\/|[?#].*$/g, '')
          const type = types[extname(path)]
          if (!type) return next()
          try {
            files ??= new Map(
              exportFiles(exportedList(keptEntries()), { site, absolute }).map((file) => [
                file.path,
                file,
              ]),
            )
            const file = files.get(path)
            if (!file) return next()
            response.setHeader('Content-Type', `${type}; charset=utf-8`)
            response.end(file.write())
          } catch (error) {
            logger.error(String(error))
            next(error)
          }
        })
      },
    },
  }
}

/** What the exports are about, if these are all entries of the list. */
export function exportedList(entries: readonly Entry[]): ExportedList {
  const vocabulary = loadVocabulary()
  // Withdrawn entries keep their citation keys, so that no other entry gets them.
  const references = referencesOf(entries, vocabulary, loadModifiedDays('content')).filter(
    ({ entry }) => !entry.withdrawn,
  )
  const used = new Set(references.flatMap(({ entry }) => entry.tags ?? []))
  return {
    references,
    topics: loadTopics(),
    paths: loadPaths(),
    introductions: new Map([
      ...[...loadIntroductions('content/topics')].map(
        ([id, text]) => [topicPath(id), text] as const,
      ),
      ...[...loadIntroductions('content/paths')].map(([id, text]) => [pathPath(id), text] as const),
    ]),
    tags: Object.entries(vocabulary.tags)
      .filter(([id]) => used.has(id))
      .map(([id, tag]) => ({ ...tag, id }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
  }
}

/** Writes files below a folder. Gives how many bytes they have. */
export function writeFiles(files: readonly ExportFile[], root: string): number {
  let bytes = 0
  for (const { path, write } of files) bytes += writeFile(join(root, path), Buffer.from(write()))
  return bytes
}

function writeFile(path: string, content: Buffer): number {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return content.length
}

/** Draws the cards of the list into files below a folder. Gives how many there are, and how many no cache had. */
async function writeCards(list: ExportedList, root: string) {
  const draw = cardDrawer()
  const cards = cardsOf(list, { site, absolute })
  const drawings = cards.map((card) => async () => {
    const { png, drawn } = await draw(card)
    writeFile(join(root, card.path), png)
    return drawn
  })
  const drawn = await new PQueue({ concurrency: 4 }).addAll(drawings)
  return { cards: cards.length, drawn: drawn.filter(Boolean).length }
}
