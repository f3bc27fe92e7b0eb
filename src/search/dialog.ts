import { part } from '../browser/dom.ts'
import { startView } from './view.ts'

/** How many results the dialog shows; the search page has the rest. */
const most = 8

let coming: ReturnType<typeof make> | undefined

/**
 * Opens the search dialog with the text of a search field of the page, and returns the focus to where it was
 * `before` when it closes. If it is open already, a `command` closes it and any other key focuses its field.
 */
export async function openDialog(
  field: HTMLInputElement,
  before: Element | null,
  command: boolean,
): Promise<void> {
  coming ??= make(field.form?.action ?? '').catch((error) => {
    coming = undefined
    throw error
  })
  const { dialog, view } = await coming
  if (dialog.open) {
    if (command) dialog.close()
    else view.field.focus()
    return
  }
  const { value, selectionStart, selectionEnd } = field
  // When a dialog closes, the browser returns the focus to the element that had it when the dialog opened.
  field.blur()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  dialog.showModal()
  view.ask(value)
  view.field.setSelectionRange(selectionStart, selectionEnd)
  const giveBack = () => {
    field.value = view.field.value
  }
  dialog.addEventListener('close', giveBack, { once: true })
}

/** Makes the dialog from the template in the search page and waits for its style sheet; without that it still works. */
async function make(searchPage: string) {
  const html = await (await fetch(searchPage)).text()
  const page = new DOMParser().parseFromString(html, 'text/html')
  const content = document.importNode(part(page, 'dialog', HTMLTemplateElement).content, true)
  const dialog = part(content, 'quick', HTMLDialogElement)
  const outcome = part(content, 'outcome', HTMLElement)
  const all = part(content, 'all', HTMLAnchorElement)
  const looks = part(content, 'looks', HTMLLinkElement)
  const loaded = new Promise((resolve) => {
    looks.onload = resolve
    looks.onerror = resolve
  })
  document.body.append(content)
  const view = startView(dialog, {
    first: most,
    asking(address) {
      outcome.scrollTop = 0
      all.href = all.pathname + address
    },
    answered() {},
  })
  // The sheet fills the dialog, so a click whose target is the dialog itself is a click outside the sheet.
  dialog.addEventListener('pointerdown', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  part(dialog, 'close', HTMLButtonElement).addEventListener('click', () => dialog.close())
  await loaded
  return { dialog, view }
}
