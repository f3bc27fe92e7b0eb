import { statSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './built-facts.ts'

/**
 * One page of each kind, by the kind's name, as a path below the site's base. Of kinds with many pages (`papers/*`) it
 * is the heaviest: what holds for that one holds for the others.
 */
export function pageKinds(folder: string): Record<string, string> {
  const kinds: Record<string, string> = {}
  const weights: Record<string, number> = {}
  for (const file of filesBelow(folder)) {
    if (!file.endsWith('.html')) continue
    const kind = kindOf(file)
    const { size } = statSync(join(folder, file))
    if (size < (weights[kind] ?? 0)) continue
    weights[kind] = size
    kinds[kind] = pathOf(file)
  }
  return kinds
}

/** `home`, `404`, `papers`, or `papers/*` for a page below the last. */
function kindOf(file: string): string {
  const [top = '', ...below] = pathOf(file)
    .replace(/\/$|\.html$/g, '')
    .split('/')
  return below.length > 0 ? `${top}/*` : top || 'home'
}

/** The path at which a host shows a page's file: `papers/` for `papers/index.html`. */
export function pathOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}
