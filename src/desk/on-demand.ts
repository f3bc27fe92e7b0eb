import { debounce } from '../browser/debounce.ts'
import { element } from '../browser/element.ts'
import { announce, showNotice } from './announce.ts'
import { withNote, withSwitch } from './desk.ts'
import { renamed } from './merge.ts'
import { isKept } from './offline/kept-list.ts'
import { ownDesk } from './own.ts'
import { shortId, shortIdLength } from './short-id.ts'

/** Moves marks and notes from former ids to present ones. */
export function followRenames(root: ParentNode): void {
  for (const item of root.querySelectorAll<HTMLElement>('[data-former]'))
    for (const former of item.dataset['former']?.split(' ') ?? [])
      if (ownDesk.desk.marks.has(former) || ownDesk.desk.notes.has(former))
        ownDesk.change((desk) => renamed(desk, former, item.dataset['entry'] ?? ''))
}

/** Shows for each path on a page how many of its papers are read. */
function showProgress(): void {
  const { marks } = ownDesk.desk
  const read = new Set([...marks].flatMap(([id, mark]) => (mark === 'read' ? [shortId(id)] : [])))
  for (const path of document.querySelectorAll<HTMLElement>('[data-steps]')) {
    const steps = path.dataset['steps']?.match(new RegExp(`.{${shortIdLength}}`, 'g')) ?? []
    const done = steps.filter((step) => read.has(step)).length
    path.classList.toggle('under-way', done > 0 && done < steps.length)
    const count = path.querySelector('.count')
    if (count)
      count.textContent = done > 0 ? `${done} of ${steps.length} read` : `${steps.length} steps`
  }
}

/** The debounce delay before a note is saved, in milliseconds. */
const pause = 500

/** Saves the note on a paper's page, and shows its first words when it is folded. */
function startNote(note: HTMLDetailsElement): void {
  const id = note.parentElement?.dataset['entry'] ?? ''
  const summary = note.querySelector('summary')
  const field = note.querySelector('textarea')
  if (!summary || !field) return
  const show = () => {
    const text = ownDesk.desk.notes.get(id) ?? ''
    summary.textContent = text && !note.open ? `Note: ${text}` : 'Note'
    if (!keep.isDue() && text !== field.value.trim()) field.value = text
  }
  const keep = debounce(pause, () => {
    ownDesk.change((desk) => withNote(desk, id, field.value))
    announce('Note saved.')
  })
  field.addEventListener('input', keep.soon)
  field.addEventListener('blur', keep.flush)
  window.addEventListener('pagehide', keep.flush)
  note.addEventListener('toggle', show)
  ownDesk.watch(show)
  // The reader may have typed before this script ran.
  if (field.value) keep.soon()
  show()
}

const keys: [key: string, act: string][] = [
  ['j', 'next paper in a list'],
  ['k', 'paper before'],
  ['t', 'mark it to read'],
  ['r', 'mark it as read'],
  ['/', 'search'],
  ['?', 'these keys'],
]

/** The list of keys, and a checkbox that switches them off. */
export function keyList(): HTMLElement[] {
  const rows = keys.map(([key, act]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, act)),
  )
  const box = element('input', { type: 'checkbox' })
  const show = () => {
    box.checked = !ownDesk.desk.switched.has('no-keys')
  }
  box.addEventListener('change', () => {
    ownDesk.change((desk) => withSwitch(desk, 'no-keys', !box.checked))
    announce()
  })
  ownDesk.watch(show)
  show()
  return [
    element('dl', { className: 'key-list' }, ...rows),
    element('p', {}, element('label', {}, box, ' Use single keys')),
    element('p', {}, 'Ctrl K or ⌘ K always opens the search.'),
  ]
}

let dialog: HTMLDialogElement | undefined

/** Opens a dialog with the list of keys. */
export function showKeys(): void {
  if (!dialog) {
    const close = element('form', { method: 'dialog' }, element('button', {}, 'Close'))
    dialog = element('dialog', { className: 'keys', ariaLabel: 'Keys' }, ...keyList(), close)
    document.body.append(dialog)
  }
  dialog.showModal()
}

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

const note = document.querySelector<HTMLDetailsElement>('.desk details')
if (note) startNote(note)
followRenames(document)
ownDesk.watch(showProgress)
showProgress()
