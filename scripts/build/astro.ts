import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The program `astro`, to be run by this Node. */
export const astroProgram = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'bin',
  'astro.mjs',
)

/** The environment in which Astro always runs here: it reports nothing to anybody, and writes no colour codes into logs. */
export const astroEnvironment = { ASTRO_TELEMETRY_DISABLED: '1' }
