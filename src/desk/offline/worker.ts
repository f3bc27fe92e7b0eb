import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import {
  cacheFiles,
  cacheList,
  cacheNameOf,
  isListCached,
  type Progress,
  pruneCache,
} from './offline-list.ts'

// TypeScript's types for workers conflict with those for pages.
interface WorkerEvent extends Event {
  waitUntil(promise: Promise<unknown>): void
  data: unknown
  ports: readonly MessagePort[]
}
declare const self: {
  registration: { scope: string; active: unknown }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(
    type: 'install' | 'activate' | 'message',
    listener: (event: WorkerEvent) => void,
  ): void
}

/** The list's files and folders below its base path; everything else there belongs to other sites. */
declare const OWN_NAMES: readonly string[]

const { pathname: base, origin } = new URL(self.registration.scope)
const cacheName = cacheNameOf(base)
/** The page that is shown offline instead of one that is not cached. */
const offlinePage = 'offline/'
/** The number of seconds after which a request that is still running is answered from the cache. */
const networkTimeoutSeconds = 5

const plugins = [
  {
    // A page is the same with any query or fragment.
    cacheKeyWillBeUsed: async ({ request }: { request: Request }) =>
      request.url.split(/[?#]/)[0] ?? '',
    // After the reader has deleted the cache, open pages still use this worker. It must not create the cache again.
    cacheWillUpdate: async ({ response }: { response: Response }) =>
      response.status === 200 && !response.redirected && (await caches.has(cacheName))
        ? response
        : null,
  },
]

/** Whether a request is for a file of this list. Requests of `cacheList` don't count: it must never get a cached file. */
const isOwn = ({ url, request }: { url: URL; request: Request }) => {
  const [name = ''] = url.pathname.slice(base.length).split('/')
  const isBelow = url.href.startsWith(origin + base) && (name === '' || OWN_NAMES.includes(name))
  return isBelow && request.cache !== 'reload'
}
/** Whether the name of a file contains a hash of its content. */
const isHashed = ({ pathname }: URL) =>
  pathname.startsWith(`${base}_astro/`) || /\.pf_(?:fragment|index|filter|meta)$/.test(pathname)

registerRoute(
  (asked) => isOwn(asked) && isHashed(asked.url),
  new CacheFirst({ cacheName, plugins }),
)
registerRoute(isOwn, new NetworkFirst({ cacheName, plugins, networkTimeoutSeconds }))
setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error()
  // The address may lack its final slash, which the host would add by a redirect.
  const page = await caches.match(`${request.url.split(/[?#]/)[0]}/`)
  return page ?? (await caches.match(base + offlinePage)) ?? Response.error()
})

let isFirst = false
self.addEventListener('install', (event) => {
  isFirst = !self.registration.active
  const install = async () => {
    // If the list is cached, its new version waits until the reader switches to it.
    if (await isListCached(base)) return cacheList(base)
    await cacheFiles(base, [offlinePage])
    await self.skipWaiting()
  }
  event.waitUntil(install())
})
self.addEventListener('activate', (event) => {
  // If pruning fails without a connection, the next version prunes.
  event.waitUntil(Promise.all([self.clients.claim(), isFirst || pruneCache(base).catch(() => {})]))
})
self.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.data === 'take') event.waitUntil(self.skipWaiting())
  if (event.data !== 'keep' || !port) return
  const report = (progress: Progress) => port.postMessage(progress)
  const caching = cacheList(base, (done, of) => report({ done, of }))
  event.waitUntil(caching.catch(() => report({ failed: true })))
})
