import { part } from '../browser/dom.ts'
import { element } from '../browser/element.ts'
import { startView } from './view.ts'

/** How many results the dialog shows; the search page has the rest. */
const most = 8

let coming: ReturnType<typeof make> | undefined

/**
 * Opens the search dialog, which stands in the HTML of the search page, with the text of a search field of this page, and
 * returns the focus to where it was `before` when it closes. If it is open already, a `command` closes it and any other key focuses its field.
 */
export async function openDialog(
  field: HTMLInputElement,
  before: Element | null,
  command: boolean,
): Promise<void> {
  coming ??= make(field.form?.action ?? '')
  // What could not be loaded is asked for again at the next key.
  coming.catch(() => {
    coming = undefined
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

/** Makes the dialog from the search of the search page, and waits for its style sheet; without that it still works. */
async function make(searchPage: string) {
  // The page has begun to load when the field got the focus.
  const html = await (await fetch(searchPage)).text()
  const page = new DOMParser().parseFromString(html, 'text/html')
  const search = document.importNode(part(page, 'search', HTMLElement), true)
  for (const root of [search, part(search, 'template', HTMLTemplateElement).content])
    for (const one of root.querySelectorAll('.page-only')) one.remove()
  const outcome = part(search, 'outcome', HTMLElement)
  const all = part(search, 'all', HTMLAnchorElement)
  const dialog = element(
    'dialog',
    { className: 'search-dialog', ariaLabel: 'Search the list' },
    search,
  )
  const looks = element('link', { rel: 'stylesheet', href: search.dataset['looks'] ?? '' })
  const loaded = new Promise((resolve) => {
    looks.onload = resolve
    looks.onerror = resolve
  })
  document.body.append(looks, dialog)
  const view = startView(search, {
    first: most,
    asking(address) {
      outcome.scrollTop = 0
      all.href = all.pathname + address
    },
    answered() {},
  })
  // The search fills the dialog, so a click whose target is the dialog itself is a click outside it.
  dialog.addEventListener('pointerdown', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  part(search, 'close', HTMLButtonElement).addEventListener('click', () => dialog.close())
  await loaded
  return { dialog, view }
}
