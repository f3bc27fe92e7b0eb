import { debounce } from '../browser/debounce.ts'
import { element } from '../browser/element.ts'
import { announce, showNotice } from './announce.ts'
import { withNote, withSwitch } from './desk.ts'
import { renamePaper } from './merge.ts'
import { isListCached } from './offline/offline-list.ts'
import { ownDesk } from './own.ts'
import { shortId, splitShortIds } from './short-id.ts'

/** Moves marks and notes from former ids to present ones. */
export function followRenames(root: ParentNode): void {
  for (const item of root.querySelectorAll<HTMLElement>('[data-former]'))
    for (const former of item.dataset['former']?.split(' ') ?? [])
      if (ownDesk.desk.marks.has(former) || ownDesk.desk.notes.has(former))
        ownDesk.change((desk) => renamePaper(desk, former, item.dataset['entry'] ?? ''))
}

/** Shows how many papers of each reading path on this page are read. */
function showProgress(): void {
  const { marks } = ownDesk.desk
  const read = new Set([...marks].flatMap(([id, mark]) => (mark === 'read' ? [shortId(id)] : [])))
  for (const path of document.querySelectorAll<HTMLElement>('[data-steps]')) {
    const steps = splitShortIds(path.dataset['steps'] ?? '')
    const done = steps.filter((step) => read.has(step)).length
    path.classList.toggle('in-progress', done > 0 && done < steps.length)
    const count = path.querySelector('.count')
    if (count)
      count.textContent = done > 0 ? `${done} of ${steps.length} read` : `${steps.length} steps`
  }
}

/** How long after the last key a note is saved, in milliseconds. */
const saveDelay = 500

/** Saves the note on a paper's page while the reader types, and shows its first words when it is folded. */
function startNote(note: HTMLDetailsElement): void {
  const id = note.parentElement?.dataset['entry'] ?? ''
  const summary = note.querySelector('summary')
  const field = note.querySelector('textarea')
  if (!summary || !field) return
  const show = () => {
    const text = ownDesk.desk.notes.get(id) ?? ''
    summary.textContent = text && !note.open ? `Note: ${text}` : 'Note'
    if (!save.isPending() && text !== field.value.trim()) field.value = text
  }
  const save = debounce(saveDelay, () => {
    ownDesk.change((desk) => withNote(desk, id, field.value))
    announce('Note saved.')
  })
  field.addEventListener('input', save.schedule)
  field.addEventListener('blur', save.flush)
  window.addEventListener('pagehide', save.flush)
  note.addEventListener('toggle', show)
  ownDesk.watch(show)
  // The reader may have typed before this script ran.
  if (field.value) save.schedule()
  show()
}

const keys: [key: string, action: string][] = [
  ['j', 'next paper in a list'],
  ['k', 'previous paper'],
  ['t', 'mark it to read'],
  ['r', 'mark it as read'],
  ['/', 'search'],
  ['?', 'these keys'],
]

/** A description of the keyboard shortcuts, with a checkbox that switches off single keys. */
export function keyList(): HTMLElement[] {
  const rows = keys.map(([key, action]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, action)),
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

/** Opens a dialog that describes the keyboard shortcuts. */
export function showKeys(): void {
  if (!dialog) {
    const close = element('form', { method: 'dialog' }, element('button', {}, 'Close'))
    dialog = element('dialog', { className: 'keys', ariaLabel: 'Keys' }, ...keyList(), close)
    document.body.append(dialog)
  }
  dialog.showModal()
}

/** Tells a reader who has the whole list on the device that a new version is there, with a button that switches to it. */
export async function announceNewVersion(waiting: ServiceWorker): Promise<void> {
  if (!(await isListCached(import.meta.env.BASE_URL))) return
  const button = element('button', { type: 'button' }, 'Show it')
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload())
    waiting.postMessage('take')
  })
  showNotice('A new version of the list is on this device. ', button)
}

const note = document.querySelector<HTMLDetailsElement>('.desk details')
if (note) startNote(note)
followRenames(document)
ownDesk.watch(showProgress)
showProgress()
