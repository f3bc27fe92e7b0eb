import { ownDesk } from '../own.ts'

/**
 * Registers the service worker, which keeps visited pages, unless the reader has switched it off. `tell` is called when a new
 * version of the site waits.
 */
export async function keepVisited(tell: (version: ServiceWorker) => void): Promise<void> {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker || ownDesk.desk.switched.has('no-offline')) return
  const isFirst = !serviceWorker.controller
  const registration = await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
  const look = () => {
    const { waiting, active } = registration
    // The first version is waiting, too, before it activates; then nothing is active yet.
    if (waiting && active) tell(waiting)
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  if (!isFirst) return
  // Files that were loaded before the worker was active.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const message = { type: 'CACHE_URLS', payload: { urlsToCache: [location.href, ...loaded] } }
  ;(await serviceWorker.ready).active?.postMessage(message)
}
