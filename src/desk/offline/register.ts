import { ownDesk } from '../own.ts'

/**
 * Registers the service worker, which caches visited pages, unless the reader has switched it off. Calls `onNewVersion`
 * when a new version of the site is waiting.
 */
export async function registerWorker(onNewVersion: (version: ServiceWorker) => void) {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker || ownDesk.desk.switched.has('no-offline')) return
  const isFirst = !serviceWorker.controller
  const registration = await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
  const checkForWaiting = () => {
    const { waiting, active } = registration
    // The first version also waits before it activates; at that time none is active.
    if (waiting && active) onNewVersion(waiting)
  }
  checkForWaiting()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', checkForWaiting),
  )
  if (!isFirst) return
  // This page and its files were loaded before the worker was active.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const message = { type: 'CACHE_URLS', payload: { urlsToCache: [location.href, ...loaded] } }
  ;(await serviceWorker.ready).active?.postMessage(message)
}
