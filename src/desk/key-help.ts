import { element } from '../browser/element.ts'
import { announce } from './announce.ts'
import { withSwitch } from './desk.ts'
import { ownDesk } from './own.ts'

const keys: [key: string, act: string][] = [
  ['j', 'next paper in a list'],
  ['k', 'paper before'],
  ['t', 'mark it to read'],
  ['r', 'mark it as read'],
  ['/', 'search'],
  ['?', 'these keys'],
]

/** A checkbox for the single-key shortcuts. */
function keySwitch(): HTMLLabelElement {
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
  return element('label', {}, box, ' Use single keys')
}

/** The list of keys, and the checkbox. */
export function keyList(): HTMLElement[] {
  const rows = keys.map(([key, act]) =>
    element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, act)),
  )
  return [
    element('dl', { className: 'key-list' }, ...rows),
    element('p', {}, keySwitch()),
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
