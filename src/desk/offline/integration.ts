import { createHash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'
import { type KeptFile, type KeptList, keptListPath } from './kept-list.ts'

/** The pages, all that they load, the search, and the files of the whole list; not those beside each paper, nor what only other programs read. */
const kept =
  /(?:\.html|^_astro\/.*|^search-index\/.*|^papers\.\w+(?:\.json)?|^suggest\/.*\.json|\.(?:ico|svg|webmanifest))$/
const left = /^404\.html$/
/** Names that change with what is in the file. */
const hashed = /^_astro\/|\.pf_\w+$/

/**
 * Lets the site be kept on a device: a build ends with `offline.json`, which names what can be kept, and with the service
 * worker, which is another one whenever a file of these is another one.
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
        // Browsers look for a new version by comparing this file.
        appendFileSync(join(folder, 'sw.js'), `// ${hashOf(list)}\n`)
      },
    },
  }
}

const hashOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 8)

/** What can be kept of a built site. */
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
      // Hosts show a folder by its `index.html`.
      return [path.replace(/(^|\/)index\.html$/, '$1'), hashed.test(path) ? '' : hashOf(content)]
    })
  return { bytes, files }
}
