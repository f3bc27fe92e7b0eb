import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { takeOver } from './handover.ts'
import { writeFiles } from './write-files.ts'

/**
 * Writes the files beside the pages at the end of a build. Astro would write them too, as static endpoints, but takes
 * three times as long for each as it takes to make it.
 */
export function exports(): AstroIntegration {
  return {
    name: 'exports',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const files = takeOver()
        const bytes = writeFiles(files, fileURLToPath(dir))
        logger.info(`${files.length.toLocaleString('en')} files, ${(bytes / 1e6).toFixed(1)} MB`)
      },
    },
  }
}
