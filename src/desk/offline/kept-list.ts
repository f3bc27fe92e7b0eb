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
const keptNote = 'offline.json/kept'

/** The name of a list's cache; other lists on the same host have their own. */
export const cacheOf = (base: string) => `reading list at ${base}`

/** Whether the whole list below a base path is kept on this device. */
export async function isKept(base: string): Promise<boolean> {
  return (await caches.match(base + keptNote)) !== undefined
}

// The service worker leaves such requests alone.
const requestNew = (address: string) => new Request(address, { cache: 'reload' })

/** The list below a base path as the site has it now. Rejects without a connection. */
export async function currentList(base: string): Promise<KeptList> {
  return (await fetch(requestNew(base + keptListPath))).json()
}

/** How many files are fetched at a time. */
const portion = 12

/** Keeps files below a base path. Rejects as soon as one cannot be fetched or stored. */
export async function keepFiles(
  base: string,
  paths: readonly string[],
  tell?: (done: number, of: number) => void,
): Promise<void> {
  const cache = await caches.open(cacheOf(base))
  for (let at = 0; at < paths.length; at += portion) {
    const some = paths.slice(at, at + portion)
    await cache.addAll(some.map((path) => requestNew(base + path)))
    tell?.(Math.min(at + portion, paths.length), paths.length)
  }
}

/** Keeps the whole list below a base path, and fetches only files that have changed. Rejects if a file cannot be kept. */
export async function keepList(base: string, tell?: (done: number, of: number) => void) {
  const before: KeptList | undefined = await (await caches.match(base + keptNote))?.json()
  const list = await currentList(base)
  const had = new Map(before?.files)
  const isNew = ([path, revision]: KeptFile) => had.get(path) !== revision
  const changed = list.files.filter(isNew).map(([path]) => path)
  await keepFiles(base, changed, tell)
  const cache = await caches.open(cacheOf(base))
  await cache.put(base + keptNote, new Response(JSON.stringify(list)))
  tell?.(changed.length, changed.length)
}

/** What the service worker answers while it keeps the list. */
export type Progress = { done: number; of: number } | { failed: true }

/** Deletes kept files that are no longer part of the list. */
export async function prune(base: string): Promise<void> {
  const { files } = await currentList(base)
  const wanted = new Set([...files.map(([path]) => base + path), base + keptNote])
  const cache = await caches.open(cacheOf(base))
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
}
