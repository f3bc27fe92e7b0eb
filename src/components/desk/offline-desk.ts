import { part } from '../../browser/dom.ts'
import { bytesToKeep, keepList, removeKept } from '../../desk/offline/keep.ts'
import { isKept } from '../../desk/offline/kept-list.ts'
import { ownDesk } from '../../desk/own.ts'

/** Starts the part of the desk's page that keeps the list on the device, if the browser has service workers. */
export async function startOffline(root: HTMLElement): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const keep = part(root, 'keep', HTMLButtonElement)
  const said = part(root, 'kept', HTMLElement)
  const say = (words: string) => {
    said.textContent = words
  }
  const show = async () => {
    const kept = await isKept(import.meta.env.BASE_URL)
    keep.hidden = kept
    if (kept) say('The whole list is on this device.')
    else if (ownDesk.desk.switched.has('no-offline')) say('Nothing is kept on this device.')
  }
  keep.addEventListener('click', async () => {
    keep.disabled = true
    say('Fetching the list…')
    try {
      await keepList((done, of) => say(`${done} of ${of} files`))
      await show()
    } catch {
      say(
        'Not all of the list could be saved: the connection failed, or the device is full. Try again; what was fetched is kept.',
      )
    }
    keep.disabled = false
  })
  part(root, 'remove', HTMLElement).addEventListener('click', async () => {
    await removeKept()
    await show()
  })
  root.hidden = false
  await show()
  try {
    const megabytes = (await bytesToKeep()) / 1e6
    part(root, 'size', HTMLElement).textContent =
      ` (${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB)`
  } catch {
    // Offline, the size is unknown.
  }
}
