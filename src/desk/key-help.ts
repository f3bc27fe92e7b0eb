import { withSwitch } from './desk.ts'
import { element } from './element.ts'
import { ownDesk } from './own.ts'
import { report } from './voice.ts'

const keys: [key: string, act: string][] = [
  ['j', 'next paper in a list'],
  ['k', 'paper before'],
  ['t', 'mark it to read'],
  ['r', 'mark it as read'],
  ['/', 'search'],
  ['?', 'these keys'],
]

/** A box that switches the single keys on and off. */
export function keySwitch(): HTMLLabelElement {
  const box = element('input', { type: 'checkbox' })
  const show = () => {
    box.checked = !ownDesk.desk.switched.has('no-keys')
  }
  box.addEventListener('change', () => {
    ownDesk.change((desk) => withSwitch(desk, 'no-keys', !box.checked))
    report()
  })
  ownDesk.watch(show)
  show()
  return element('label', {}, box, ' Single keys do this')
}

let dialog: HTMLDialogElement | undefined

/** Shows what each key does, and lets them be switched off. */
export function showKeys(): void {
  if (!dialog) {
    const rows = keys.map(([key, act]) =>
      element('div', {}, element('dt', {}, element('kbd', {}, key)), element('dd', {}, act)),
    )
    const close = element('button', { type: 'submit' }, 'Close')
    dialog = element(
      'dialog',
      { className: 'keys', ariaLabel: 'Keys' },
      element('dl', {}, ...rows),
      element('p', {}, keySwitch()),
      element('p', {}, 'Ctrl K or ⌘ K opens the search always.'),
      element('form', { method: 'dialog' }, close),
    )
    document.body.append(dialog)
  }
  dialog.showModal()
}
