import { hash } from 'node:crypto'
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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

const hashOf = (content: string | Uint8Array) => hash('sha256', content).slice(0, 8)

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
      const file = join(folder, path)
      bytes += statSync(file).size
      // Hosts serve `index.html` for a folder. Only what has no hash in its name is read.
      const version = hashed.test(path) ? '' : hashOf(readFileSync(file))
      return [path.replace(/(^|\/)index\.html$/, '$1'), version]
    })
  return { bytes, files }
}
