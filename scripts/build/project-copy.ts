import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Where copies of the project live, below its root: they find its `node_modules`, and nothing else sees them. */
export const copiesFolder = '.cache/copies'

const parts = [
  'astro.config.mjs',
  'content',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.json',
]

const isPart = (path: string) => !/\.test\.ts$|^\.DS_Store$/.test(basename(path))

/**
 * Copies all that a build reads, with the caches left behind, so that it can be built without disturbing the project:
 * Astro allows one build a root at a time. Gives the copy's root; what was there before is gone.
 */
export function copyProject(name: string, root = '.'): string {
  const copy = join(root, copiesFolder, name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const part of parts) {
    cpSync(join(root, part), join(copy, part), { recursive: true, filter: isPart })
  }
  return copy
}
