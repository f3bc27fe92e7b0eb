import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { lookup } from 'mrmime'
import PQueue from 'p-queue'
import { loadedList } from '../content/read.ts'
import { absolute, site } from '../site.ts'
import { references } from './all-references.ts'
import { cardsOf } from './cards/card.ts'
import { cardDrawer } from './cards/draw.ts'
import { type ExportFile, exportFiles } from './files.ts'
import { coinsOf } from './page-metadata.ts'

const exportFileName = /\.(?:bib|csv|json|md|ris|txt|xml)$/

/** Returns the COinS of all entries by id, without abstracts, from which reference managers save search results. */
export function coinsOfEntries(): Map<string, string> {
  return new Map(references().map((one) => [one.entry.id, coinsOf(one, { abstract: false })]))
}

/**
 * An Astro integration that adds the files for other programs and the cards. A build writes them at its end, because Astro
 * endpoints would take three times as long; cards are drawn while the pages are built. The development server makes a file
 * when it is requested, and has no cards.
 */
export function exports(): AstroIntegration {
  let drawing: ReturnType<typeof drawCards>
  return {
    name: 'exports',
    hooks: {
      'astro:build:start': () => {
        drawing = drawCards()
        // The end of the build awaits the drawing and reports its error.
        drawing.catch(() => {})
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const files = allFiles()
        const megabytes = (writeFiles(files, root) / 1e6).toFixed(1)
        const cards = await drawing
        writeFiles(cards, root)
        const drawn = cards.filter((card) => card.drawn).length
        logger.info(
          `${files.length.toLocaleString('en')} files, ${megabytes} MB; ${cards.length} cards, ${drawn} of them new`,
        )
      },
      'astro:server:setup': ({ server, logger }) => {
        // The development server has already removed the base path.
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(request.url ?? '').replace(/^\/|[?#].*$/g, '')
          if (!exportFileName.test(path)) return next()
          try {
            const file = allFiles().find((one) => one.path === path)
            if (!file) return next()
            response.setHeader('Content-Type', `${lookup(path) ?? 'text/plain'}; charset=utf-8`)
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

/** The export files of the list that was loaded last. */
function allFiles(): ExportFile[] {
  const { topics, paths, vocabulary } = loadedList()
  const list = { references: references(), topics, paths, tags: vocabulary.tags }
  return exportFiles(list, { site, absolute })
}

/** Writes files into a folder, and returns their size in bytes. */
function writeFiles(files: readonly { path: string; write(): string | Buffer }[], root: string) {
  // Making each folder only once saves a quarter of the time.
  for (const folder of new Set(files.map(({ path }) => dirname(join(root, path)))))
    mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (const { path, write } of files) {
    const content = write()
    writeFileSync(join(root, path), content)
    bytes += Buffer.byteLength(content)
  }
  return bytes
}

/** Draws the cards of the list, or takes them from the cache. */
function drawCards() {
  const { entries, topics } = loadedList()
  const draw = cardDrawer()
  const listed = entries.filter(({ withdrawn }) => !withdrawn)
  const drawings = cardsOf(listed, topics, { site, absolute }).map((card) => async () => {
    const { png, drawn } = await draw(card)
    return { path: card.path, write: () => png, drawn }
  })
  return new PQueue({ concurrency: 2 }).addAll(drawings)
}
