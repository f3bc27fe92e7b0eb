import { withSwitch } from '../desk.ts'
import { ownDesk } from '../own.ts'
import { cacheOf, isKept, type KeptList, keptListPath, type Progress } from './kept-list.ts'
import { keepVisited } from './register.ts'

const base = import.meta.env.BASE_URL

/** The size of the whole list in bytes. Rejects without a connection. */
export async function bytesToKeep(): Promise<number> {
  const list: KeptList = await (await fetch(base + keptListPath)).json()
  return list.bytes
}

/** Keeps the whole list on this device and reports progress. Rejects if a file cannot be kept. */
export async function keepList(tell: (done: number, of: number) => void): Promise<void> {
  ownDesk.change((desk) => withSwitch(desk, 'no-offline', false))
  await keepVisited()
  const { active } = await navigator.serviceWorker.ready
  const { port1, port2 } = new MessageChannel()
  await new Promise<void>((resolve, reject) => {
    port1.onmessage = async ({ data }: MessageEvent<Progress>) => {
      if ('failed' in data) return reject(new Error('Unexpected end, expected the whole list.'))
      tell(data.done, data.of)
      if (data.done === data.of && (await isKept(base))) resolve()
    }
    active?.postMessage('keep', [port2])
  })
  // Without this the browser may evict the cache.
  await navigator.storage?.persist?.()
}

/** Removes the list from this device, and stops keeping visited pages. */
export async function removeKept(): Promise<void> {
  ownDesk.change((desk) => withSwitch(desk, 'no-offline', true))
  const registration = await navigator.serviceWorker.getRegistration(base)
  await registration?.unregister()
  await caches.delete(cacheOf(base))
}
