import { part } from '../../browser/dom.ts'
import { withSwitch } from '../../desk/desk.ts'
import {
  cacheNameOf,
  fetchOfflineList,
  isListCached,
  type Progress,
} from '../../desk/offline/offline-list.ts'
import { registerWorker } from '../../desk/offline/register.ts'
import { announceNewVersion } from '../../desk/on-demand.ts'
import { ownDesk } from '../../desk/own.ts'

const base = import.meta.env.BASE_URL

/** Lets the service worker cache the list, which continues when the reader leaves the page. Rejects if a file cannot be cached. */
async function cacheInWorker(onProgress: (done: number, of: number) => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((resolve, reject) => {
    port1.onmessage = async ({ data }: MessageEvent<Progress>) => {
      if ('failed' in data) return reject(new Error('Not all files could be cached.'))
      onProgress(data.done, data.of)
      if (await isListCached(base)) resolve()
    }
    active?.postMessage('keep', [port2])
  })
}

/** Starts the part of the desk's page that makes the list available offline, if the browser has service workers. */
export async function startOffline(root: HTMLElement): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const keep = part(root, 'keep', HTMLButtonElement)
  const message = part(root, 'kept', HTMLElement)
  const say = (words: string) => {
    message.textContent = words
  }
  const show = async () => {
    const isCached = await isListCached(base)
    keep.hidden = isCached
    if (isCached) say('The whole list is on this device.')
    else if (ownDesk.desk.switched.has('no-offline')) say('Nothing is kept on this device.')
  }
  keep.addEventListener('click', async () => {
    keep.disabled = true
    say('Fetching the list…')
    try {
      ownDesk.change((desk) => withSwitch(desk, 'no-offline', false))
      await registerWorker((version) => void announceNewVersion(version))
      await cacheInWorker((done, of) => say(`${done} of ${of} files`))
      // Without this, the browser may delete the cache when space is short.
      await navigator.storage?.persist?.()
      await show()
    } catch {
      say(
        'Not all of the list could be saved: the connection failed, or the device is full. Try again; what was fetched is kept.',
      )
    }
    keep.disabled = false
  })
  part(root, 'remove', HTMLElement).addEventListener('click', async () => {
    ownDesk.change((desk) => withSwitch(desk, 'no-offline', true))
    await (await navigator.serviceWorker.getRegistration(base))?.unregister()
    await caches.delete(cacheNameOf(base))
    await show()
  })
  root.hidden = false
  await show()
  try {
    const megabytes = (await fetchOfflineList(base)).bytes / 1e6
    part(root, 'size', HTMLElement).textContent =
      ` (${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB)`
  } catch {
    // Offline, the size is unknown.
  }
}
