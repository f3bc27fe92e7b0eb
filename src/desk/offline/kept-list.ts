/** A file of the site: its path below the base, and a hash of its content, empty if the path has a hash. */
export type KeptFile = readonly [path: string, revision: string]

/** The content of `offline.json`: what a device keeps of a list. */
export interface KeptList {
  /** The total size of the files. */
  bytes: number
  files: readonly KeptFile[]
}

/** The path of `offline.json` below the base. */
export const keptListPath = 'offline.json'

/** The cache key, a path below the base, of the `offline.json` that a device has kept. There is no such page. */
export const keptNote = 'offline.json/kept'

/** The page shown offline instead of one that is not kept. */
export const offlinePage = 'offline/'

/** The name of a list's cache; other lists on the same host have their own. */
export const cacheOf = (base: string) => `reading list at ${base}`

/** Whether the whole list below a base path is kept on this device. */
export async function isKept(base: string): Promise<boolean> {
  return (await caches.match(base + keptNote)) !== undefined
}

/** The worker's messages while it keeps the list. */
export type Progress = { done: number; of: number } | { failed: true }
