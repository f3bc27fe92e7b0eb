import type { Site } from '../model/site.ts'

/** What an export says of the site that it comes from. */
export interface Source {
  site: Site
  /** The absolute address of a page or file, from its path below the base. */
  absolute(path: `/${string}`): string
}

/** A file beside the pages, for programs. */
export interface ExportFile {
  /** Its path below the base, without a leading slash: `papers/alr2.bib`. */
  path: string
  /** Makes its text. */
  write(): string
}
