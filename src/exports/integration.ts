import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { takeOver } from './handover.ts'

/**
 * Writes the files beside the pages at the end of a build. Astro would write them too, as static endpoints, but takes
 * three times as long for each as it takes to make it.
 */
export function exports(): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir)
        const folders = new Set<string>()
        let bytes = 0
        const files = takeOver()
        for (const { path, write } of files) {
          const file = join(root, path)
          const folder = dirname(file)
          if (!folders.has(folder)) mkdirSync(folder, { recursive: true })
          folders.add(folder)
          const text = write()
          bytes += text.length
          writeFileSync(file, text)
        }
        logger.info(`${files.length.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`)
      },
    },
  }
}
