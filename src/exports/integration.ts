import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { lookup } from 'mrmime'
import { loadedList } from '../content/read.ts'
import { absolute, site } from '../site.ts'
import { cardsOf } from './cards/card.ts'
import { cardDrawer } from './cards/draw.ts'
import { references } from './cited.ts'
import { type ExportFile, exportFiles } from './files.ts'
import { coinsOf } from './page-metadata.ts'

const isData = /\.(?:bib|csv|json|md|ris|txt|xml)$/

/** The records by which reference managers save entries among search results, by their ids; abstracts are left out. */
export function coinsOfEntries(): Map<string, string> {
  return new Map(references().map((one) => [one.entry.id, coinsOf(one, { abstract: false })]))
}

/**
 * Adds the files beside the pages and the cards. A build writes them at its end: as Astro endpoints each would take three
 * times as long as it takes to make it. Cards are drawn while the pages are made. A development server makes the files when
 * they are asked for, and has no cards.
 */
export function exports(): AstroIntegration {
  let drawing: ReturnType<typeof drawCards>
  return {
    name: 'exports',
    hooks: {
      'astro:build:start': () => {
        drawing = drawCards()
        // It is told at the end of the build, which waits for it.
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
        // The development server has taken the base path off before it comes here.
        server.middlewares.use((request, response, next) => {
          const asked = decodeURI(request.url ?? '').replace(/^\/|[?#].*$/g, '')
          if (!isData.test(asked)) return next()
          try {
            const file = allFiles().find(({ path }) => path === asked)
            if (!file) return next()
            response.setHeader('Content-Type', `${lookup(asked) ?? 'text/plain'}; charset=utf-8`)
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

/** Every file beside the pages of the list as it was loaded last. */
function allFiles(): ExportFile[] {
  const { topics, paths, vocabulary } = loadedList()
  const list = { references: references(), topics, paths, tags: vocabulary.tags }
  return exportFiles(list, { site, absolute })
}

/** Writes files below a folder. Gives how many bytes they have. */
function writeFiles(files: readonly { path: string; write(): string | Buffer }[], root: string) {
  // Each folder once: with a file each, it would take a quarter of their time.
  for (const folder of new Set(files.map(({ path }) => dirname(join(root, path)))))
    mkdirSync(folder, { recursive: true })
  let bytes = 0
  for (const { path, write } of files) {
    const content = Buffer.from(write())
    writeFileSync(join(root, path), content)
    bytes += content.length
  }
  return bytes
}

/** Draws the cards of the list, or finds them in the cache. */
async function drawCards() {
  const { entries, topics } = loadedList()
  const draw = cardDrawer()
  const listed = entries.filter(({ withdrawn }) => !withdrawn)
  const cards = []
  for (const card of cardsOf(listed, topics, { site, absolute })) {
    const { png, drawn } = await draw(card)
    cards.push({ path: card.path, write: () => png, drawn })
  }
  return cards
}
