import { opensHere, part } from '../browser/dom.ts'
import { byFacet } from './filters.ts'
import { keepQuery } from './recent.ts'
import { type SearchState, writeState } from './url-state.ts'
import { viewOf } from './view.ts'

/** How many results the dialog shows; the search page has the rest. */
const most = 8

let coming: ReturnType<typeof make> | undefined

/**
 * Opens the search dialog, which stands in the HTML of the search page, with the text of a search field of this page, and
 * returns the focus to where it was `before` when it closes. If it is open already, a `command` closes it and any other key focuses its field.
 */
export async function openDialog(
  searchPage: string,
  field: HTMLInputElement,
  before: Element | null,
  command: boolean,
): Promise<void> {
  coming ??= make(searchPage)
  const { element, field: own, start } = await coming
  if (element.open) {
    if (command) element.close()
    else own.focus()
    return
  }
  const { value, selectionStart, selectionEnd } = field
  // When a dialog closes, the browser returns the focus to the element that had it when the dialog opened.
  field.blur()
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  element.showModal()
  start(value)
  own.setSelectionRange(selectionStart, selectionEnd)
  const giveBack = () => {
    field.value = own.value
  }
  element.addEventListener('close', giveBack, { once: true })
}

/** Makes the dialog from the template in the search page and waits for its style sheet; without that it still works. */
async function make(searchPage: string) {
  const page = new DOMParser().parseFromString(searchPage, 'text/html')
  const content = document.importNode(part(page, 'dialog', HTMLTemplateElement).content, true)
  const element = part(content, 'quick', HTMLDialogElement)
  const looks = part(content, 'looks', HTMLLinkElement)
  const loaded = new Promise((resolve) => {
    looks.onload = resolve
    looks.onerror = resolve
  })
  document.body.append(content)
  const search = quickSearch(element)
  // The sheet fills the dialog, so a click whose target is the dialog itself is a click outside the sheet.
  element.addEventListener('pointerdown', ({ target }) => {
    if (target === element) element.close()
  })
  part(element, 'close', HTMLButtonElement).addEventListener('click', () => element.close())
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || search.field.value === '') return
    event.preventDefault()
    search.start('')
  })
  await loaded
  return { element, ...search }
}

/** Starts the search in the dialog, which has no filters and no addresses, but a link to the search page. */
function quickSearch(root: HTMLElement) {
  const form = part(root, 'form', HTMLFormElement)
  const results = part(root, 'outcome', HTMLElement)
  const all = part(root, 'all', HTMLAnchorElement)
  const page = new URL(form.action).pathname
  let exact = false
  const state = (): SearchState => ({
    query: view.field.value,
    chosen: byFacet(() => []),
    order: 'relevance',
    exact,
  })
  const ask = () => {
    results.scrollTop = 0
    void view.show(state())
  }
  /** Starts with a query, which may be empty, and focuses the field. */
  const start = (query: string) => {
    view.field.value = query
    exact = false
    view.field.focus()
    view.prepare()
    ask()
  }
  const view = viewOf(root, {
    page,
    most,
    ask,
    typing() {
      exact = false
    },
    choose: start,
    changed(reply) {
      all.hidden = !reply?.answer.places.length
      all.href = page + (reply ? writeState(reply.state) : '')
    },
  })

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keepQuery(view.field.value)
    location.assign(page + writeState(state()))
  })
  root.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element && target.closest('[data-typed]')) || !opensHere(event)) return
    event.preventDefault()
    exact = true
    view.field.focus()
    ask()
  })
  return { field: view.field, start }
}
