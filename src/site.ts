import { loadSite } from './content/read.ts'

export { paperPath, pathPath, tagPath, topicPath } from './model/page-path.ts'

/** This site's facts, from `content/site.yaml`. */
export const site = loadSite()

/** The address of a page or file of this site, from its path below the base: `/papers/x/` to `/reading-list/papers/x/`. */
export function href(path: `/${string}`): string {
  return `${site.base}${path.slice(1)}`
}

/** The same with the site's origin, as canonical links and feeds need it. */
export function absolute(path: `/${string}`): string {
  return site.url + href(path)
}
