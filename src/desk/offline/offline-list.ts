/** A file of the site: its path below the base, and a hash of its content, which is empty if the path already has a hash. */
export type OfflineFile = readonly [path: string, revision: string]

/** The content of `offline.json`: the files that make up the list offline. */
export interface OfflineList {
  /** The total size of the files. */
  bytes: number
  files: readonly OfflineFile[]
}

/** The path of `offline.json` below the base. */
export const offlineListPath = 'offline.json'

/** The cache key, a path below the base, of the `offline.json` whose files are all cached. No page has this address. */
const cachedListKey = 'offline.json/kept'

/** The name of the cache of the list at a base path. Other lists on the same host have their own. */
export const cacheNameOf = (base: string) => `reading list at ${base}`

/** Whether the whole list at a base path is cached on this device. */
export async function isListCached(base: string): Promise<boolean> {
  return (await caches.match(base + cachedListKey)) !== undefined
}

// The service worker does not handle requests with this cache mode.
const networkRequest = (address: string) => new Request(address, { cache: 'reload' })

/** Fetches the current `offline.json` of the site at a base path. Rejects without a connection. */
export async function fetchOfflineList(base: string): Promise<OfflineList> {
  return (await fetch(networkRequest(base + offlineListPath))).json()
}

/** How many files are fetched at the same time. */
const batchSize = 12

/** Fetches and caches files below a base path. Rejects as soon as one of them cannot be fetched or stored. */
export async function cacheFiles(
  base: string,
  paths: readonly string[],
  onProgress?: (done: number, of: number) => void,
): Promise<void> {
  const cache = await caches.open(cacheNameOf(base))
  for (let at = 0; at < paths.length; at += batchSize) {
    const batch = paths.slice(at, at + batchSize)
    await cache.addAll(batch.map((path) => networkRequest(base + path)))
    onProgress?.(Math.min(at + batchSize, paths.length), paths.length)
  }
}

/** Caches the whole list at a base path. Fetches only files that have changed. Rejects if a file cannot be cached. */
export async function cacheList(base: string, onProgress?: (done: number, of: number) => void) {
  const before: OfflineList | undefined = await (await caches.match(base + cachedListKey))?.json()
  const list = await fetchOfflineList(base)
  const cached = new Map(before?.files)
  const isNew = ([path, revision]: OfflineFile) => cached.get(path) !== revision
  const changed = list.files.filter(isNew).map(([path]) => path)
  await cacheFiles(base, changed, onProgress)
  const cache = await caches.open(cacheNameOf(base))
  await cache.put(base + cachedListKey, new Response(JSON.stringify(list)))
  onProgress?.(changed.length, changed.length)
}

/** What the service worker reports to the page while it caches the list. */
export type Progress = { done: number; of: number } | { failed: true }

/** Deletes cached files that are no longer part of the list. */
export async function pruneCache(base: string): Promise<void> {
  const { files } = await fetchOfflineList(base)
  const wanted = new Set([...files.map(([path]) => base + path), base + cachedListKey])
  const cache = await caches.open(cacheNameOf(base))
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
}
