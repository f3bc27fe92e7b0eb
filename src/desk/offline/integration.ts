import { hash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { build } from 'vite'
import { type OfflineFile, type OfflineList, offlineListPath } from './offline-list.ts'

/** Pages, all files that they load, the search index, and the export files of the whole list; no files of single papers and no feeds. */
const included =
  /(?:\.html|^_astro\/.*|^search-index\/.*|^papers\.\w+(?:\.json)?|^suggest\/.*\.json|\.(?:ico|svg|webmanifest))$/
/** File names that contain a hash of the content. */
const hashed = /^_astro\/|\.pf_\w+$/

/**
 * Makes the site available offline. At the end of a build it writes `offline.json`, which names the files to cache, and the
 * service worker, whose bytes change whenever one of these files changes.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir)
        const list = JSON.stringify(offlineListOf(folder))
        writeFileSync(join(folder, offlineListPath), list)
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

const hashOf = (content: string | Uint8Array) => hash('sha256', content).slice(0, 8)

/** Lists the files of a built site that make up the list offline. */
export function offlineListOf(folder: string): OfflineList {
  let bytes = 0
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => included.test(path) && path !== '404.html')
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path): OfflineFile => {
      const file = join(folder, path)
      bytes += statSync(file).size
      const revision = hashed.test(path) ? '' : hashOf(readFileSync(file))
      // Hosts serve `index.html` at the address of its folder.
      return [path.replace(/(^|\/)index\.html$/, '$1'), revision]
    })
  return { bytes, files }
}
