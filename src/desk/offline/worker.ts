import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst } from 'workbox-strategies'
import { cacheOf, isKept, keepFiles, keepList, type Progress, prune } from './kept-list.ts'

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
const cacheName = cacheOf(base)
/** The page shown offline instead of one that is not kept. */
const offlinePage = 'offline/'
/** The timeout of a request, in seconds, after which the kept page is shown. */
const patience = 5

const plugins = [
  {
    // Query and fragment don't change a page.
    cacheKeyWillBeUsed: async ({ request }: { request: Request }) =>
      request.url.split(/[?#]/)[0] ?? '',
    // After a reader removes everything, open pages still use this worker. Without its cache it keeps nothing.
    cacheWillUpdate: async ({ response }: { response: Response }) =>
      response.status === 200 && !response.redirected && (await caches.has(cacheName))
        ? response
        : null,
  },
]

/** Whether a request is for a file of this list, and not by `keepList`, which must never get a kept file. */
const isOwn = ({ url, request }: { url: URL; request: Request }) => {
  const [name = ''] = url.pathname.slice(base.length).split('/')
  const isBelow = url.href.startsWith(origin + base) && (name === '' || OWN_NAMES.includes(name))
  return isBelow && request.cache !== 'reload'
}
/** Whether a file's name has a hash of its content. */
const isHashed = ({ pathname }: URL) =>
  pathname.startsWith(`${base}_astro/`) || /\.pf_(?:fragment|index|filter|meta)$/.test(pathname)

registerRoute(
  (asked) => isOwn(asked) && isHashed(asked.url),
  new CacheFirst({ cacheName, plugins }),
)
registerRoute(isOwn, new NetworkFirst({ cacheName, plugins, networkTimeoutSeconds: patience }))
setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error()
  // The address may lack the final slash, which hosts add by a redirect.
  const page = await caches.match(`${request.url.split(/[?#]/)[0]}/`)
  return page ?? (await caches.match(base + offlinePage)) ?? Response.error()
})

let isFirst = false
self.addEventListener('install', (event) => {
  isFirst = !self.registration.active
  const install = async () => {
    // If the list is kept, its new version waits until the reader takes it.
    if (await isKept(base)) return keepList(base)
    await keepFiles(base, [offlinePage])
    await self.skipWaiting()
  }
  event.waitUntil(install())
})
self.addEventListener('activate', (event) => {
  // If this fails offline, the next version prunes.
  event.waitUntil(Promise.all([self.clients.claim(), isFirst || prune(base).catch(() => {})]))
})
self.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.data === 'take') event.waitUntil(self.skipWaiting())
  if (event.data !== 'keep' || !port) return
  const tell = (progress: Progress) => port.postMessage(progress)
  const keep = keepList(base, (done, of) => tell({ done, of }))
  event.waitUntil(keep.catch(() => tell({ failed: true })))
})
