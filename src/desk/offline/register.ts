import { ownDesk } from '../own.ts'

// Put together, so that Vite leaves out its loader of 1.7 kB.
const loadNotice = (): Promise<typeof import('./new-version.ts')> => import('./new-version' + '.ts')

/** Lets the browser keep what is visited, unless the reader has said no, and tells of a new version of a list that is kept. */
export async function keepVisited(): Promise<void> {
  const { serviceWorker } = navigator
  if (!import.meta.env.PROD || !serviceWorker || ownDesk.desk.switched.has('no-offline')) return
  const isFirst = !serviceWorker.controller
  const registration = await serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
  const look = () => {
    const { waiting, active } = registration
    // A first version waits, too, before it begins.
    if (waiting && active)
      void loadNotice().then(({ announceNewVersion }) => announceNewVersion(waiting))
  }
  look()
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  if (!isFirst) return
  // What came before the worker did.
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const message = { type: 'CACHE_URLS', payload: { urlsToCache: [location.href, ...loaded] } }
  ;(await serviceWorker.ready).active?.postMessage(message)
}
