import { element } from '../../browser/element.ts'
import { showNotice } from '../announce.ts'
import { isKept } from './kept-list.ts'

/** Tells a reader who keeps the list that a new version is ready, and offers to switch to it. */
export async function announceNewVersion(waiting: ServiceWorker): Promise<void> {
  if (!(await isKept(import.meta.env.BASE_URL))) return
  const take = element('button', { type: 'button' }, 'Show it')
  take.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    waiting.postMessage('take')
  })
  showNotice('A new version of the list is on this device. ', take)
}
