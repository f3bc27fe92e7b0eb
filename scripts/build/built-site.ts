import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The counts and sizes of a built site. */
export interface SiteSize {
  /** The number of HTML files. */
  pages: number
  files: number
  bytes: number
  /** The size of the search index. */
  indexBytes: number
}

/** The paths of all files below a folder, relative to it, with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

/** Measures a built site. */
export function siteSize(folder: string): SiteSize {
  const size: SiteSize = { pages: 0, files: 0, bytes: 0, indexBytes: 0 }
  for (const path of filesBelow(folder)) {
    const bytes = statSync(join(folder, path)).size
    size.files += 1
    size.bytes += bytes
    if (path.startsWith('search-index/')) size.indexBytes += bytes
    else if (path.endsWith('.html')) size.pages += 1
  }
  return size
}

/** Formats a number of bytes: `1.2 MB`, `340 KB`. */
export function displayBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Formats the size of a site: `312 pages, 8.1 MB, search index 460 KB`. */
export function sizeSummary({ pages, bytes, indexBytes }: SiteSize): string {
  return `${pages} pages, ${displayBytes(bytes)}, search index ${displayBytes(indexBytes)}`
}

/**
 * The URL path of the largest page of each kind, by the kind's name. A limit that holds for this page holds for all of its
 * kind.
 */
export function pageKinds(folder: string): Record<string, string> {
  const pages = filesBelow(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ path: urlPathOf(file), size: statSync(join(folder, file)).size }))
    .sort((a, b) => a.size - b.size)
  return Object.fromEntries(pages.map(({ path }) => [kindOf(path), path]))
}

/** The kind of a page: `home`, `404`, `papers`, or `papers/*` for the pages below `papers`. */
function kindOf(path: string): string {
  const [top = '', ...below] = path.replace(/\/$|\.html$/g, '').split('/')
  return below.length > 0 ? `${top}/*` : top || 'home'
}

/** The URL path of a page's file: `papers/` for `papers/index.html`. */
export function urlPathOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1')
}
