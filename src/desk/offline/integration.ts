import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'
import { type KeptFile, type KeptList, keptListPath } from './kept-list.ts'

/** The files to keep: pages, all that they load, the search, and the files of the whole list, but not those of single papers or those for other programs. */
const kept =
  /(?:\.html|^_astro\/.*|^search-index\/.*|^papers\.\w+(?:\.json)?|^suggest\/.*\.json|\.(?:ico|svg|webmanifest))$/
const left = /^404\.html$/
/** Names with a hash of the file's content. */
const hashed = /^_astro\/|\.pf_\w+$/

/**
 * Makes the site available offline: at its end a build writes `offline.json`, which names the files to keep, and the service
 * worker, whose bytes change whenever one of these files changes.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const list = JSON.stringify(keptListOf(folder))
        writeFileSync(join(folder, keptListPath), list)
        await build({
          configFile: false,
          logLevel: 'error',
          define: {
            'process.env.NODE_ENV': '"production"',
            OWN_NAMES: JSON.stringify(readdirSync(folder)),
          },
          build: {
            outDir: folder,
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: {
              input: { sw: 'src/desk/offline/worker.ts' },
              output: { format: 'iife', entryFileNames: '[name].js' },
            },
          },
        })
        // Browsers detect a new version by comparing the bytes of this file.
        appendFileSync(join(folder, 'sw.js'), `// ${hashOf(list)}\n`)
      },
    },
  }
}

const hashOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)

/** The files of a built site that can be kept. */
export function keptListOf(folder: string): KeptList {
  let bytes = 0
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length)
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
    )
    .filter((path) => kept.test(path) && !left.test(path))
    .sort()
    .map((path): KeptFile => {
      const content = readFileSync(join(folder, path))
      bytes += content.length
      // Hosts serve `index.html` for a folder.
      return [path.replace(/(^|\/)index\.html$/, '$1'), hashed.test(path) ? '' : hashOf(content)]
    })
  return { bytes, files }
}
