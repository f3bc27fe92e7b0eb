import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The counts and sizes of a built site. */
export interface SiteSize {
  /** HTML files. */
  pages: number
  files: number
  bytes: number
  /** Bytes of the search index. */
  indexBytes: number
}

/** Every file below a folder, relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/** Counts the files of a built site. */
export function siteSize(folder: string): SiteSize {
  const facts: SiteSize = { pages: 0, files: 0, bytes: 0, indexBytes: 0 }
  for (const path of filesBelow(folder)) {
    const { size } = statSync(join(folder, path))
    facts.files += 1
    facts.bytes += size
    if (path.startsWith('search-index/')) facts.indexBytes += size
    else if (path.endsWith('.html')) facts.pages += 1
  }
  return facts
}

/** Bytes for people: `1.2 MB`, `340 KB`. */
export function displayBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** A summary in one line: `312 pages, 8.1 MB, search index 460 KB`. */
export function sizeSummary({ pages, bytes, indexBytes }: SiteSize): string {
  return `${pages} pages, ${displayBytes(bytes)}, search index ${displayBytes(indexBytes)}`
}

/**
 * One page of each kind, by the kind's name, as a path below the site's base. Of kinds with many pages (`papers/*`) it
 * is the largest, so that a limit holds for all if it holds for that one.
 */
export function pageKinds(folder: string): Record<string, string> {
  const pages = filesBelow(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: urlPathOf(file), size: statSync(join(folder, file)).size }))
    .sort((a, b) => a.size - b.size)
  return Object.fromEntries(pages.map(({ path }) => [kindOf(path), path]))
}

/** `home`, `404`, `papers`, or `papers/*` for a page below the last. */
function kindOf(path: string): string {
  const [top = '', ...below] = path.replace(/\/$|\.html$/g, '').split('/')
  return below.length > 0 ? `${top}/*` : top || 'home'
}

/** The path at which a host shows a page's file: `papers/` for `papers/index.html`. */
export function urlPathOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}
