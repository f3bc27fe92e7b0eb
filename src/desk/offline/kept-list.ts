/** A file of the site, by its path below the base, and a hash of what is in it; empty where the path has one. */
export type KeptFile = readonly [path: string, revision: string]

/** What a device keeps of a list: `offline.json`. */
export interface KeptList {
  /** How many bytes the files have. */
  bytes: number
  files: readonly KeptFile[]
}

/** The path of the file that names what can be kept, below the base. */
export const keptListPath = 'offline.json'

/** The path, below the base, under which a device notes what it keeps. There is no such page. */
export const keptNote = 'offline.json/kept'

/** The page that is shown without a connection in the place of one that is not kept. */
export const offlinePage = 'offline/'

/** The cache of the list below a base path; other lists of the same host have their own. */
export const cacheOf = (base: string) => `reading list at ${base}`

/** Whether the whole list below a base path is kept on this device. */
export async function isKept(base: string): Promise<boolean> {
  return (await caches.match(base + keptNote)) !== undefined
}

/** What the worker tells whoever asked it to keep the list. */
export type Progress = { done: number; of: number } | { failed: true }
