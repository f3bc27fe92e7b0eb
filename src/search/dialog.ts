import { part } from './part.ts'
import { type QuickSearch, quickSearch } from './quick-search.ts'

interface SearchDialog {
  element: HTMLDialogElement
  search: QuickSearch
}

let dialog: SearchDialog | undefined
let coming: Promise<SearchDialog> | undefined

/**
 * Opens the search dialog with what stands in a search field of the page, and gives the focus back to where it was
 * `before` once it closes. Where it is open, a `command` closes it and any other key leads to its field.
 */
export async function reach(
  field: HTMLInputElement,
  before: Element | null,
  command: boolean,
): Promise<void> {
  if (dialog?.element.open) {
    if (command) dialog.element.close()
    else dialog.search.field.focus()
    return
  }
  coming ??= make()
  dialog = await coming
  const { element, search } = dialog
  if (element.open) return
  const { value, selectionStart, selectionEnd } = field
  // The browser gives the focus back to what has it when the dialog opens.
  field.blur()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  element.showModal()
  search.start(value)
  search.field.setSelectionRange(selectionStart, selectionEnd)
  element.addEventListener(
    'close',
    () => {
      field.value = search.field.value
    },
    { once: true },
  )
}

/** Makes the dialog from the page's template, and waits for its looks; without them it still searches. */
async function make(): Promise<SearchDialog> {
  const content = document.importNode(part(document, 'dialog', HTMLTemplateElement).content, true)
  const element = part(content, 'quick', HTMLDialogElement)
  const looks = part(content, 'looks', HTMLLinkElement)
  const loaded = new Promise((resolve) => {
    looks.onload = resolve
    looks.onerror = resolve
  })
  document.body.append(content)
  const search = quickSearch(element)
  closeByHand(element)
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || search.field.value === '') return
    event.preventDefault()
    search.start('')
  })
  await loaded
  return { element, search }
}

/** Closes the dialog at its button, and at a click beside it that also began there. */
function closeByHand(element: HTMLDialogElement): void {
  let beside = false
  element.addEventListener('pointerdown', ({ target }) => {
    beside = target === element
  })
  element.addEventListener('click', ({ target }) => {
    if (beside && target === element) element.close()
  })
  part(element, 'close', HTMLButtonElement).addEventListener('click', () => element.close())
}
