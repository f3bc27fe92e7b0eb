import type { Site } from '../model/site.ts'

/** What an export says of the site that it comes from. */
export interface Source {
  site: Site
  /** The absolute address of a page or file, from its path below the base. */
  absolute(path: `/${string}`): string
}
