import { registerRoute, setCatchHandler } from 'workbox-routing'
import { CacheFirst, NetworkFirst, Strategy, type StrategyHandler } from 'workbox-strategies'
import {
  cacheOf,
  isKept,
  type KeptList,
  keptListPath,
  keptNote,
  offlinePage,
  type Progress,
} from './kept-list.ts'

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
/** How many files are fetched at a time. */
const portion = 12
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

/** Fetches a file and replaces the kept one. */
class Fresh extends Strategy {
  override _handle(request: Request, handler: StrategyHandler) {
    return handler.fetchAndCachePut(request)
  }
}
const fresh = new Fresh({ cacheName, plugins })
const isOwn = (url: URL) => {
  const [name = ''] = url.pathname.slice(base.length).split('/')
  return url.href.startsWith(origin + base) && (name === '' || OWN_NAMES.includes(name))
}
/** Whether a file's name has a hash of its content. */
const isHashed = ({ pathname }: URL) =>
  pathname.startsWith(`${base}_astro/`) || /\.pf_(?:fragment|index|filter|meta)$/.test(pathname)

registerRoute(({ url }) => isOwn(url) && isHashed(url), new CacheFirst({ cacheName, plugins }))
registerRoute(
  ({ url }) => isOwn(url),
  new NetworkFirst({ cacheName, plugins, networkTimeoutSeconds: patience }),
)
setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error()
  // The address may lack the final slash, which hosts add by a redirect.
  const page = await caches.match(`${request.url.split(/[?#]/)[0]}/`)
  return page ?? (await caches.match(base + offlinePage)) ?? Response.error()
})

async function currentList(): Promise<KeptList> {
  const response = await fetch(base + keptListPath, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`Unexpected status ${response.status} of ${keptListPath}.`)
  return response.json()
}

/** Keeps files. Rejects as soon as one cannot be fetched or stored. */
async function keepFiles(
  paths: readonly string[],
  event: WorkerEvent,
  tell?: (done: number) => void,
) {
  for (let at = 0; at < paths.length; at += portion) {
    await Promise.all(
      paths.slice(at, at + portion).map(async (path) => {
        const request = new Request(base + path, { cache: 'no-cache' })
        const [answer, done] = fresh.handleAll({ request, event })
        const { ok, status } = await answer
        if (!ok) throw new Error(`Unexpected status ${status} of ${path}.`)
        await done
      }),
    )
    tell?.(Math.min(at + portion, paths.length))
  }
}

/** Keeps the current list, and fetches only files that have changed. */
async function keepList(event: WorkerEvent, tell: (progress: Progress) => void = () => {}) {
  const cache = await caches.open(cacheName)
  const before: KeptList | undefined = await (await cache.match(base + keptNote))?.json()
  const list = await currentList()
  const had = new Map(before?.files)
  const changed = list.files.flatMap(([path, revision]) =>
    had.get(path) === revision ? [] : [path],
  )
  await keepFiles(changed, event, (done) => tell({ done, of: changed.length }))
  await cache.put(base + keptNote, new Response(JSON.stringify(list)))
}

/** Deletes kept files that are no longer part of the list. */
async function prune() {
  const { files } = await currentList()
  const wanted = new Set([...files.map(([path]) => base + path), base + keptNote])
  const cache = await caches.open(cacheName)
  for (const request of await cache.keys())
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
}

let isFirst = false
self.addEventListener('install', (event) => {
  isFirst = !self.registration.active
  const install = async () => {
    // If the list is kept, its new version waits until the reader takes it.
    if (await isKept(base)) return keepList(event)
    await caches.open(cacheName)
    await keepFiles([offlinePage], event)
    await self.skipWaiting()
  }
  event.waitUntil(install())
})
self.addEventListener('activate', (event) => {
  // If this fails offline, the next version prunes.
  event.waitUntil(Promise.all([self.clients.claim(), isFirst || prune().catch(() => {})]))
})
self.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.data === 'take') event.waitUntil(self.skipWaiting())
  if (event.data !== 'keep' || !port) return
  const tell = (progress: Progress) => port.postMessage(progress)
  event.waitUntil(
    keepList(event, tell).then(
      () => tell({ done: 1, of: 1 }),
      () => tell({ failed: true }),
    ),
  )
})
