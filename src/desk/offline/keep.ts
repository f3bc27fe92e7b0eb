import { withSwitch } from '../desk.ts'
import { ownDesk } from '../own.ts'
import { cacheOf, isKept, type KeptList, keptListPath, type Progress } from './kept-list.ts'
import { keepVisited } from './register.ts'

const base = import.meta.env.BASE_URL

/** How many bytes the whole list has. Rejects when nobody can say. */
export async function bytesToKeep(): Promise<number> {
  const list: KeptList = await (await fetch(base + keptListPath)).json()
  return list.bytes
}

/** Keeps the whole list on this device, and tells how far it is. Rejects when it cannot be kept whole. */
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
  // Browsers may clear what nobody has asked them to keep.
  await navigator.storage?.persist?.()
}

/** Removes all that is kept on this device of the list, and keeps nothing more. */
export async function removeKept(): Promise<void> {
  ownDesk.change((desk) => withSwitch(desk, 'no-offline', true))
  const registration = await navigator.serviceWorker.getRegistration(base)
  await registration?.unregister()
  await caches.delete(cacheOf(base))
}
