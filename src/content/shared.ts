import { createRequire } from 'node:module'
import { join } from 'node:path'

/**
 * Loads a module of the project as astro.config.mjs and the integrations do. Vite would give pages modules of their own, with a
 * second list in them.
 */
export const loadShared = createRequire(join(process.cwd(), 'astro.config.mjs'))
